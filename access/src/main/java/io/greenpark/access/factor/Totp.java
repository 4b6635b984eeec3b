package io.greenpark.access.factor;

import io.greenpark.config.secret.Secrets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that follow from a secret and the time (RFC 6238) as all apps make them: HMAC-SHA-1 (RFC 4226), six digits, 30 seconds. */
public final class Totp {
    /** How long a code stands. */
    public static final int STEP_SECONDS = 30;

    static final int DIGITS = 6;
    /** As many as RFC 4226 recommends. */
    static final int SECRET_BYTES = 20;

    /** So many steps a clock may be off, either way. */
    private static final int DRIFT = 1;

    private static final int MODULUS = 1_000_000;
    private static final String HMAC = "HmacSHA1";

    private Totp() {}

    /** Whether a text may be a code of an app, right or wrong. */
    static boolean isCode(String text) {
        return text.matches("[0-9]{" + DIGITS + "}");
    }

    /** Which 30 seconds since 1970 a time lies in. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a time. */
    public static String code(byte[] secret, Instant at) {
        return code(secret, step(at));
    }

    static String code(byte[] secret, long step) {
        byte[] mac = mac(secret, step);
        int offset = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /**
     * Of which step a code is; empty if it is wrong, or has had its time.
     *
     * @param after the step whose code counted last: neither that one nor one before counts again
     */
    static OptionalLong stepOf(byte[] secret, String code, Instant at, long after) {
        long now = step(at);
        long found = Long.MIN_VALUE;
        for (long step = now - DRIFT; step <= now + DRIFT; step++) {
            if (Secrets.same(code(secret, step), code) && step > after) {
                found = step;
            }
        }
        return found == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private static byte[] mac(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC + ", which every Java must have", e);
        }
    }
}
