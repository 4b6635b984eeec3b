package io.greenpark.access.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A second factor that is being set up: shown to its person this once.
 *
 * @param secret in base 32, to be typed into an app
 * @param link the same as a link that apps read, also from a QR code
 */
public record Enrolment(String secret, String link) {
    private static final String ISSUER = "Greenpark";

    static Enrolment of(String userName, byte[] secret) {
        String text = Base32.encode(secret);
        return new Enrolment(
                text,
                "otpauth://totp/" + ISSUER + ":" + encoded(userName) + "?secret=" + text + "&issuer=" + ISSUER
                        + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP_SECONDS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Names nothing to attack. */
    @Override
    public String toString() {
        return "enrolment";
    }
}
