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
 * @param duty what has to be done before anything else; null for nothing
 * @param outside whether its person came in by somebody else's page, to which password and second factor are left
 */
public record Caller(
        Viewer viewer,
        AuthMethod method,
        String origin,
        @Nullable Duty duty,
        boolean outside) {
    private static final String KEY = "greenpark.caller";

    /** How a caller was authenticated; {@code OPEN} where no sign-in is required. */
    public enum AuthMethod {
        SESSION,
        TOKEN,
        OPEN
    }

    /** What a person has to do before anything else. */
    public enum Duty {
        /** Somebody else has seen the password. */
        CHANGE_PASSWORD,
        /** A role asks for a second factor. */
        ADD_SECOND_FACTOR
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
