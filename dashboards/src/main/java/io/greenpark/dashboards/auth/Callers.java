package io.greenpark.dashboards.auth;

import io.greenpark.access.account.Identities;
import io.greenpark.access.account.UserAccount;
import io.greenpark.dashboards.auth.SessionUser.Way;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Who sent a request: a person with a session, or a program with a token. On the event loop. */
final class Callers {
    private static final String BEARER = "Bearer ";

    private final Identities identities;
    private final SessionCookies cookies;
    private final Proxies proxies;
    private final Records records;
    private final boolean signIn;

    /** @param signIn whether callers must be known */
    Callers(Identities identities, SessionCookies cookies, Proxies proxies, Records records, boolean signIn) {
        this.signIn = signIn;
        this.identities = identities;
        this.cookies = cookies;
        this.proxies = proxies;
        this.records = records;
    }

    /** Who sent a request; null where that is unknown. */
    @Nullable
    Caller of(RoutingContext ctx) {
        String authorization = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return identities
                    .bearer(authorization.substring(BEARER.length()).strip())
                    .map(viewer -> used(new Caller(viewer, Caller.AuthMethod.TOKEN, origin(ctx), null, false)))
                    .orElse(null);
        }
        SessionUser user = cookies.user(ctx);
        Viewer viewer = user == null
                ? null
                : identities.accounts().viewer(user.name(), user.stamp()).orElse(null);
        return user == null || viewer == null ? anyone(ctx) : person(ctx, viewer, user.way());
    }

    /** A program's key is noted to be in use once a day, and nothing waits for that. */
    private Caller used(Caller program) {
        if (!identities.keys().isUseNoted(program.name())) {
            records.run(
                    "the use of key " + program.name(), () -> identities.keys().noteUse(program.name()));
        }
        return program;
    }

    /** A person with a session. */
    private Caller person(RoutingContext ctx, Viewer viewer, Way way) {
        Caller.@Nullable Duty duty = way == Way.OUTSIDE
                ? null
                : identities.accounts().find(viewer.person()).map(this::duty).orElse(null);
        return new Caller(viewer, Caller.AuthMethod.SESSION, origin(ctx), duty, way == Way.OUTSIDE);
    }

    private Caller.@Nullable Duty duty(UserAccount account) {
        if (account.mustChangePassword()) {
            return Caller.Duty.CHANGE_PASSWORD;
        }
        return identities.owesFactor(account) ? Caller.Duty.ADD_SECOND_FACTOR : null;
    }

    /** Opens a session of an account in the answer to a request. */
    Caller open(RoutingContext ctx, String userName, Way way) {
        UserAccount account = identities.accounts().find(userName).orElseThrow();
        cookies.open(
                ctx,
                new SessionUser(userName, identities.accounts().stamp(userName).orElseThrow(), way));
        return person(ctx, account.viewer(), way);
    }

    /** Who may look where no sign-in is required; null where it is. */
    @Nullable
    Caller anyone(RoutingContext ctx) {
        return signIn ? null : new Caller(Viewer.ofAll("demo"), Caller.AuthMethod.OPEN, origin(ctx), null, false);
    }

    String origin(RoutingContext ctx) {
        return proxies.client(ctx.request()).getHostAddress();
    }
}
