package io.greenpark.dashboards.auth;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Who a request is from.
 *
 * @param name the account's user name, {@code api-token} for scripts, {@code demo} where no sign-in is asked for
 * @param kind how it was recognised
 */
public record Caller(String name, Kind kind) {
    private static final String KEY = "greenpark.caller";

    /** How a caller was recognised. */
    public enum Kind {
        SESSION,
        TOKEN,
        OPEN
    }

    /** The caller of a request; null if nobody has been recognised. */
    public static @Nullable Caller of(RoutingContext ctx) {
        return ctx.get(KEY);
    }

    void attach(RoutingContext ctx) {
        ctx.put(KEY, this);
    }
}
