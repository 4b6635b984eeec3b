package io.greenpark.acceptance.comparison;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be so for a device to be accepted.
 *
 * @param point null where it is of the device
 * @param details figures in it, as texts, by name
 */
public record Check(Kind kind, @Nullable String point, Result result, Map<String, String> details) {
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
}
