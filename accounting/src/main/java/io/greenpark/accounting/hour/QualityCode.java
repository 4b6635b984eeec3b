package io.greenpark.accounting.hour;

import io.greenpark.park.energy.Quality;
import io.greenpark.store.bytes.DamagedBytesException;

/** Qualities as the bytes of a day have them. */
public final class QualityCode {
    private QualityCode() {}

    public static int of(Quality quality) {
        return switch (quality) {
            case MEASURED -> 0;
            case ESTIMATED -> 1;
            case PARTIAL -> 2;
            case MISSING -> 3;
            case CORRECTED -> 4;
        };
    }

    public static Quality quality(long code) throws DamagedBytesException {
        for (Quality quality : Quality.values()) {
            if (of(quality) == code) {
                return quality;
            }
        }
        throw new DamagedBytesException("there is no quality of code " + code);
    }
}
