package io.greenpark.dashboards.auth;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Sessions as signed cookies: {@code user.expiry.id.signature}, HMAC-SHA256 over the first three. Only the ids
 * of sessions ended early are stored, and those only until they would have expired. Any thread may call.
 */
final class Sessions {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;
    private final Duration lifetime;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Long> endedUntilMs = new ConcurrentHashMap<>();

    Sessions(byte[] key, Duration lifetime, Clock clock) {
        this.key = key.clone();
        this.lifetime = lifetime;
        this.clock = clock;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** The cookie value of a new session. */
    String open(String userName) {
        byte[] id = new byte[12];
        random.nextBytes(id);
        String content = ENCODER.encodeToString(userName.getBytes(StandardCharsets.UTF_8))
                + "." + clock.instant().plus(lifetime).toEpochMilli()
                + "." + ENCODER.encodeToString(id);
        return content + "." + sign(content);
    }

    /** The user of a session cookie; null if it is forged, expired or ended. */
    @Nullable
    String userOf(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length != 4 || !signatureMatches(cookie, parts[3])) {
            return null;
        }
        if (Long.parseLong(parts[1]) <= clock.millis() || endedUntilMs.containsKey(parts[2])) {
            return null;
        }
        return new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    }

    /** Ends a session early; an invalid cookie is ignored. */
    void end(String cookie) {
        if (userOf(cookie) != null) {
            String[] parts = cookie.split("\\.", -1);
            endedUntilMs.put(parts[2], Long.parseLong(parts[1]));
        }
        long now = clock.millis();
        endedUntilMs.values().removeIf(until -> until <= now);
    }

    private boolean signatureMatches(String cookie, String signature) {
        String content = cookie.substring(0, cookie.length() - signature.length() - 1);
        return MessageDigest.isEqual(
                sign(content).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return ENCODER.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
