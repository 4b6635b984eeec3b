package io.greenpark.alerts.contact;

import io.greenpark.config.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the links of letters that ask a contact: {@code id.round.expiry.signature}. It says nothing but that whoever has it was sent the
 * letter of that round, serves that one purpose, and is void once the round is over. Any thread may call.
 */
public final class ContactLinks {
    private static final String PURPOSE = "contact-confirmation";
    private static final int PARTS = 4;
    private static final int LONGEST = 200;

    private final byte[] key;
    private final Duration validity;
    private final Clock clock;

    /** @param key a secret of this installation, the same after a restart */
    public ContactLinks(byte[] key, ContactsConfig config, Clock clock) {
        this.key = key.clone();
        this.validity = config.linkValid();
        this.clock = clock;
    }

    /** What a token is good for. */
    record Content(String id, int round) {}

    String write(String id, int round) {
        String content = id + "." + round + "." + expiresAt().toEpochMilli();
        return content + "." + sign(content);
    }

    /** Until when one that is written now can be used. */
    Instant expiresAt() {
        return clock.instant().plus(validity);
    }

    /** What one says; null if it was not written here, or has expired. */
    @Nullable
    Content read(String token) {
        String[] parts = token.split("\\.", -1);
        if (token.length() > LONGEST || parts.length != PARTS) {
            return null;
        }
        String content = token.substring(0, token.length() - parts[PARTS - 1].length() - 1);
        boolean ours = MessageDigest.isEqual(
                sign(content).getBytes(StandardCharsets.US_ASCII), parts[PARTS - 1].getBytes(StandardCharsets.UTF_8));
        // What was signed here is well formed.
        return ours && Long.parseLong(parts[2]) > clock.millis()
                ? new Content(parts[0], Integer.parseInt(parts[1]))
                : null;
    }

    private String sign(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.keyed(key, PURPOSE + "." + content));
    }
}
