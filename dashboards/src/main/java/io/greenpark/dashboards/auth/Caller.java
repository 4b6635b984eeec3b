package io.greenpark.dashboards.auth;

import io.greenpark.park.viewer.Viewer;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param viewer the person, or the key's id for programs; {@code demo} where no sign-in is required
 * @param method how it was authenticated
 * @param origin the address that the request came from
 * @param mustChangePassword whether another password has to be chosen before anything else
 */
public record Caller(Viewer viewer, AuthMethod method, String origin, boolean mustChangePassword) {
    private static final String KEY = "greenpark.caller";

    /** How a caller was authenticated; {@code OPEN} where no sign-in is required. */
    public enum AuthMethod {
        SESSION,
        TOKEN,
        OPEN
    }

    /** What acts are recorded under. */
    public String name() {
        return viewer.person();
    }

    /** The caller of a request; null if it is unknown. */
    public static @Nullable Caller of(RoutingContext ctx) {
        return ctx.get(KEY);
    }

    void attach(RoutingContext ctx) {
        ctx.put(KEY, this);
    }
}
