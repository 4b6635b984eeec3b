package io.greenpark.dashboards.auth;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param name the account's user name, {@code api-token} for scripts, {@code demo} where no sign-in is required
 * @param method how it was authenticated
 */
public record Caller(String name, AuthMethod method) {
    private static final String KEY = "greenpark.caller";

    /** How a caller was authenticated; {@code OPEN} where no sign-in is required. */
    public enum AuthMethod {
        SESSION,
        TOKEN,
        OPEN
    }

    /** The caller of a request; null if it is unknown. */
    public static @Nullable Caller of(RoutingContext ctx) {
        return ctx.get(KEY);
    }

    void attach(RoutingContext ctx) {
        ctx.put(KEY, this);
    }
}
