package io.greenpark.dashboards.auth;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The cookies of a browser: whose session it is, and to which account it has signed in before. On the event loop. */
final class SessionCookies {
    /** Cookies are sent in the order of their names; the session is to come first. */
    private static final String DEVICE_COOKIE = "greenpark-trusted";

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final Duration DEVICE_LIFETIME = Duration.ofDays(90);

    private final Sessions sessions;
    private final SignedText devices;
    private final boolean secure;

    /**
     * Blocks: reads which sessions have been ended.
     *
     * @param secure whether cookies are for TLS only
     */
    SessionCookies(byte[] key, EndedSessions ended, boolean secure, Clock clock) {
        this.sessions = new Sessions(key, LIFETIME, ended, clock);
        this.devices = new SignedText(key, "device", DEVICE_LIFETIME, clock);
        this.secure = secure;
    }

    /** Whose session a request has; null if it has none, or one that has ended by itself. */
    @Nullable
    SessionUser user(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(Access.COOKIE);
        return cookie == null ? null : SessionUser.of(sessions.userOf(cookie.getValue()));
    }

    void open(RoutingContext ctx, SessionUser user) {
        ctx.response().addCookie(cookie(Access.COOKIE, sessions.open(user.text()), LIFETIME));
    }

    /** The value of the session that a request has, to be ended; null if it has none. */
    @Nullable
    String clear(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(Access.COOKIE);
        ctx.response().addCookie(cookie(Access.COOKIE, "", Duration.ZERO));
        return cookie == null ? null : cookie.getValue();
    }

    /** Ends a session for good. Blocks. */
    void end(String session) {
        sessions.end(session);
    }

    /** Has a browser known from now on as one that has signed in to an account. */
    void trust(RoutingContext ctx, String userName) {
        ctx.response().addCookie(cookie(DEVICE_COOKIE, devices.write(userName), DEVICE_LIFETIME));
    }

    /** The id of a browser that has signed in to an account before; null if this one has not. */
    @Nullable
    String device(RoutingContext ctx, String userName) {
        Cookie cookie = ctx.request().getCookie(DEVICE_COOKIE);
        SignedText.Content device = cookie == null ? null : devices.read(cookie.getValue());
        return device == null || !device.user().equals(userName) ? null : device.id();
    }

    private Cookie cookie(String name, String value, Duration maxAge) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(maxAge.toSeconds());
    }
}
