package io.greenpark.dashboards.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** The header fields that every answer has, whatever became of its request. */
final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    private final Duration strictFor;

    /** @param strictFor how long browsers are to use nothing but HTTPS; zero to tell them nothing */
    SecurityHeaders(Duration strictFor) {
        this.strictFor = strictFor;
    }

    void addTo(HttpServerResponse response) {
        response.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                // Any body may be sent compressed.
                .putHeader(HttpHeaders.VARY, "Accept-Encoding");
        if (!strictFor.isZero()) {
            response.putHeader("Strict-Transport-Security", "max-age=" + strictFor.toSeconds());
        }
    }
}
