package io.greenpark.park.discharge;

import io.greenpark.park.reading.Sample;

/**
 * When an hour or a day of discharge data is valid. A sample is valid if its flag is N, normal (HJ 212-2017, Table 8); a
 * mean is valid if enough of the samples due in its hour or day are there and valid: of an hour of stack data 45 minutes
 * (HJ 212-2017, Annex D). A mean that is not valid is booked and shown, but no limit is held against it.
 */
public final class MeanValidity {
    /** 45 minutes of an hour; a bureau may ask for more or less. */
    public static final int DEFAULT_MIN_PERCENT = 75;

    private MeanValidity() {}

    /** Whether a sample may be averaged and counts towards the completeness of its mean. */
    public static boolean isValid(Sample sample) {
        return sample.flag().isNormal();
    }

    /**
     * Whether a mean may be held against a limit.
     *
     * @param completeness share of the samples due that are there and valid, 0..1
     * @param minPercent least share in percent, {@link #DEFAULT_MIN_PERCENT} unless the bureau says otherwise
     */
    public static boolean isValid(double completeness, int minPercent) {
        return completeness * 100 >= minPercent;
    }
}
