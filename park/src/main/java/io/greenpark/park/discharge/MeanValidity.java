package io.greenpark.park.discharge;

/**
 * When an hour or a day of discharge data is valid: if valid values stand for enough of its time, of an hour of stack data 45
 * minutes (HJ 212-2017, Annex D). A mean that is not valid is booked and shown, but no limit is held against it.
 */
public final class MeanValidity {
    /** 45 minutes of an hour; a bureau may ask for more or less. */
    public static final int DEFAULT_MIN_PERCENT = 75;

    private MeanValidity() {}

    /**
     * Whether a mean may be held against a limit.
     *
     * @param completeness the time for which valid values stand as a share of the whole, 0..1
     * @param minPercent least share in percent, {@link #DEFAULT_MIN_PERCENT} unless the bureau says otherwise
     */
    public static boolean isValid(double completeness, int minPercent) {
        return completeness * 100 >= minPercent;
    }
}
