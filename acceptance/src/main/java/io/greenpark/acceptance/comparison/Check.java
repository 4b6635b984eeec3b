package io.greenpark.acceptance.comparison;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be so for a device to be accepted.
 *
 * @param point null where it is of the device
 * @param details figures in it, as texts, by name
 */
public record Check(Kind kind, @Nullable String point, Result result, Map<String, String> details) {
    private static final int SEEN_BYTES = 12;

    /** What is looked at. */
    public enum Kind {
        /** The meter's serial number is there. */
        SERIAL,
        /** So is a photo. */
        PHOTO,
        /** Every point of the device that counts or has limits is compared. */
        COMPARED,
        /** The nameplates say the ratio that is registered. */
        NAMEPLATE,
        /** What decides about the readings is registered otherwise of a time that is to count than when they were compared. */
        FACTS,
        /** Both readings of the display are there, of which the platform has something to say. */
        READINGS,
        /** They lie far enough apart. */
        APART,
        /** The display agrees with the platform at the first reading. */
        FIRST,
        /** And at the second. */
        SECOND,
        /** What went through between them is enough to compare. */
        ENOUGH,
        /** What went through between them agrees. */
        AMOUNT
    }

    /** How it came out. */
    public enum Result {
        PASSED,
        FAILED,
        /** Something lacks that it needs. */
        MISSING
    }

    public Check {
        details = Map.copyOf(details);
    }

    public boolean passed() {
        return result == Result.PASSED;
    }

    /**
     * What somebody has seen who has seen this check: the same of the same check with the same figures, another one of anything else.
     * Whoever confirms a check names it by this, so that no words are of figures that nobody has looked at.
     */
    public String seen() {
        StringBuilder text = new StringBuilder();
        add(text, kind.name());
        add(text, point == null ? "" : point);
        add(text, result.name());
        new TreeMap<>(details).forEach((name, value) -> {
            add(text, name);
            add(text, value);
        });
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SEEN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** With its length, so that no two lists of texts come to the same. */
    private static void add(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }

    /** Whether it is the same check, whatever its figures. */
    public boolean isOf(Check other) {
        return kind == other.kind && Objects.equals(point, other.point);
    }
}
