package io.greenpark.dashboards.auth;

import io.greenpark.access.outside.Journey;
import io.greenpark.config.secret.Secrets;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which browser has left for somebody else's page. It has a cookie with a number, of which only this installation can make what it takes
 * along: nothing is kept here that strangers could fill up.
 */
final class Journeys {
    private static final String COOKIE = "greenpark-leaving";
    private static final String PATH = "/sign-in";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final byte[] key;
    private final SignedText numbers;
    private final boolean secure;

    /** @param secure whether cookies are for TLS only */
    Journeys(byte[] key, boolean secure, Clock clock) {
        this.key = key.clone();
        this.numbers = new SignedText(key, "leaving", LONGEST, clock);
        this.secure = secure;
    }

    Journey begin(RoutingContext ctx) {
        String number = numbers.write("");
        ctx.response().addCookie(cookie(number, LONGEST));
        return journey(number);
    }

    /** The journey of a browser that comes back; null if it did not leave from here, or long ago. */
    @Nullable
    Journey end(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(COOKIE);
        ctx.response().addCookie(cookie("", Duration.ZERO));
        return cookie == null || numbers.read(cookie.getValue()) == null ? null : journey(cookie.getValue());
    }

    private Journey journey(String number) {
        return new Journey(part("state", number), part("nonce", number), part("verifier", number));
    }

    private String part(String name, String number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Secrets.keyed(key, "leaving." + name + "." + number));
    }

    /** Sent when another site's page leads back here, which the session's cookie is not. */
    private Cookie cookie(String value, Duration maxAge) {
        return Cookie.cookie(COOKIE, value)
                .setPath(PATH)
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(maxAge.toSeconds());
    }
}
