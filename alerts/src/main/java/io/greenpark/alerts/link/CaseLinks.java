package io.greenpark.alerts.link;

import io.greenpark.config.secret.Secrets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the links that acknowledge a case: for which case and recipient it was written, as a keyed digest, until when it is good, and a
 * signature over both and over that one purpose. Of letters and digits alone, so that programs that look for addresses in a text take it whole, and short
 * enough for a variable of an SMS. Any thread may call.
 */
public final class CaseLinks {
    /** How many characters each has. */
    public static final int LENGTH = 26;

    private static final String RECIPIENT = "case-receipt-recipient";
    private static final String ACKNOWLEDGE = "case-receipt-acknowledge";
    private static final String PRESS = "case-receipt-press";
    private static final int REF_BYTES = 8;
    private static final int HOURS_BYTES = 3;
    private static final int SIGNATURE_BYTES = 8;
    private static final int BYTES = REF_BYTES + HOURS_BYTES + SIGNATURE_BYTES;
    private static final int HOUR_S = 3_600;
    private static final int BYTE = 0xff;
    private static final int TWO_BYTES = 16;
    private static final int ONE_BYTE = 8;
    /** How long a page may stand open before its button is pressed. */
    private static final Duration PAGE = Duration.ofHours(12);

    private static final int LONGEST_PRESS = 60;

    private final byte[] key;
    private final Duration validity;
    private final Clock clock;

    /**
     * @param key a secret of this installation, the same after a restart
     * @param validity for how long one that is written can be used, rounded up to whole hours
     */
    public CaseLinks(byte[] key, Duration validity, Clock clock) {
        this.key = key.clone();
        this.validity = validity;
        this.clock = clock;
    }

    /** By what the books know a recipient of a case: nobody can make one who has not the key. */
    public String ref(String caseId, String channel, String target) {
        String recipient = RECIPIENT + "\n" + caseId + "\n" + channel + "\n" + target;
        return HexFormat.of().formatHex(Secrets.keyed(key, recipient), 0, REF_BYTES);
    }

    /** What stands in a link that is written at a time. */
    public String write(String ref, Instant at) {
        int hours = (int) ((at.plus(validity).getEpochSecond() + HOUR_S - 1) / HOUR_S);
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .put(HexFormat.of().parseHex(ref))
                .put((byte) (hours >> TWO_BYTES))
                .put((byte) (hours >> ONE_BYTE))
                .put((byte) hours)
                .put(signature(ref, hours))
                .array();
        return Base62.write(bytes, LENGTH);
    }

    /** Whose it is; null where it was not written here, or has expired. Asks no books. */
    public @Nullable String read(String token) {
        byte[] bytes = token.length() == LENGTH ? Base62.read(token, BYTES) : null;
        if (bytes == null) {
            return null;
        }
        String ref = HexFormat.of().formatHex(bytes, 0, REF_BYTES);
        int hours = (bytes[REF_BYTES] & BYTE) << TWO_BYTES
                | (bytes[REF_BYTES + 1] & BYTE) << ONE_BYTE
                | bytes[REF_BYTES + 2] & BYTE;
        boolean ours =
                MessageDigest.isEqual(signature(ref, hours), Arrays.copyOfRange(bytes, REF_BYTES + HOURS_BYTES, BYTES));
        return ours && (long) hours * HOUR_S > clock.instant().getEpochSecond() ? ref : null;
    }

    private byte[] signature(String ref, int hours) {
        return Arrays.copyOf(Secrets.keyed(key, ACKNOWLEDGE + "\n" + ref + "\n" + hours), SIGNATURE_BYTES);
    }

    /** What the page behind a link sends along when its button is pressed. */
    public String press(String token) {
        long until = clock.instant().plus(PAGE).getEpochSecond();
        return until + "." + pressSignature(token, until);
    }

    /** Whether it is what the page behind that link has, and not too old. */
    public boolean isPress(String token, String press) {
        int dot = press.indexOf('.');
        if (press.length() > LONGEST_PRESS
                || dot <= 0
                || !press.substring(0, dot).matches("[0-9]{1,12}")) {
            return false;
        }
        long until = Long.parseLong(press.substring(0, dot));
        return Secrets.same(pressSignature(token, until), press.substring(dot + 1))
                && until > clock.instant().getEpochSecond();
    }

    private String pressSignature(String token, long until) {
        return HexFormat.of()
                .formatHex(Secrets.keyed(key, PRESS + "\n" + token + "\n" + until), 0, 2 * SIGNATURE_BYTES);
    }
}
