package io.greenpark.park.energy;

import io.greenpark.park.time.Step;

/**
 * How much of an hour is estimated, at three levels: seen from the hour itself, from its day and from its month. What is
 * spread over hours by a register that is read once a day is estimated in the hours and measured in the day.
 *
 * @param hour of rises and periods that cross an end of the hour
 * @param day of those that cross an end of the day by more than a minute
 * @param month of those that cross an end of the month by more than a day
 */
public record Estimated(Share hour, Share day, Share month) {
    /** Everything is measured. */
    public static final Estimated NONE = new Estimated(Share.NONE, Share.NONE, Share.NONE);

    /** The same share at each level. */
    public static Estimated all(Share share) {
        return new Estimated(share, share, share);
    }

    /** Both together. */
    public Estimated plus(Estimated other) {
        return other.equals(NONE)
                ? this
                : new Estimated(hour.plus(other.hour), day.plus(other.day), month.plus(other.month));
    }

    /** With amounts that count 1 or -1 times. */
    public Estimated times(int factor) {
        return factor == 1 ? this : new Estimated(hour.times(factor), day.times(factor), month.times(factor));
    }

    /** Seen from the hour, the day or the month. */
    public Share at(Step step) {
        return switch (step) {
            case HOUR -> hour;
            case DAY -> day;
            case MONTH -> month;
        };
    }

    /**
     * A share of an hour, or of several together.
     *
     * @param ms of its time
     * @param amount of its amount, base units
     */
    public record Share(long ms, long amount) {
        public static final Share NONE = new Share(0, 0);

        /** Both together. */
        public Share plus(Share other) {
            return new Share(ms + other.ms, Amounts.plus(amount, other.amount));
        }

        Share times(int factor) {
            return new Share(ms, factor * amount);
        }
    }
}
