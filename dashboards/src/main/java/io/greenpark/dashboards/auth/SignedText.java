package io.greenpark.dashboards.auth;

import io.greenpark.config.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Values of cookies that only this installation can write: {@code user.expiry.id.signature}, HMAC-SHA256 over the purpose and the
 * first three. Any thread may call.
 */
final class SignedText {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int ID_BYTES = 12;

    private final byte[] key;
    private final String purpose;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * What a value says.
     *
     * @param id random, of this value alone
     */
    record Content(String user, long untilMs, String id) {}

    SignedText(byte[] key, String purpose, Duration lifetime, Clock clock) {
        this.key = key.clone();
        this.purpose = purpose;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** A new value for a user. */
    String write(String user) {
        byte[] id = Secrets.randomBytes(ID_BYTES);
        String content = ENCODER.encodeToString(user.getBytes(StandardCharsets.UTF_8))
                + "." + clock.instant().plus(lifetime).toEpochMilli()
                + "." + ENCODER.encodeToString(id);
        return content + "." + sign(content);
    }

    /** What a value says; null if it was written for another purpose or by someone else, or has expired. */
    @Nullable
    Content read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4 || !signatureMatches(text, parts[3])) {
            return null;
        }
        long untilMs = Long.parseLong(parts[1]);
        return untilMs <= clock.millis()
                ? null
                : new Content(
                        new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8), untilMs, parts[2]);
    }

    private boolean signatureMatches(String text, String signature) {
        String content = text.substring(0, text.length() - signature.length() - 1);
        return MessageDigest.isEqual(
                sign(content).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String content) {
        return ENCODER.encodeToString(Secrets.keyed(key, purpose + "." + content));
    }
}
