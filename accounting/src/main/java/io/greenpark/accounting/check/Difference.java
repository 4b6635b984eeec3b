package io.greenpark.accounting.check;

import io.greenpark.park.time.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A figure of the books that does not come of the readings.
 *
 * @param subject such as {@code point steel-gas} or {@code enterprise steel, electricity}
 * @param zone of the park, for people
 * @param what which of the figures of the period
 * @param booked what the books say, with its unit
 * @param computed what comes of the readings, with its unit
 */
public record Difference(
        String subject, Step step, Instant start, ZoneId zone, What what, String booked, String computed) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);

    /** Which figure of a period. */
    public enum What {
        /** The books have a figure where there is none, or none where there is one. */
        FIGURE,
        AMOUNT,
        COVERED,
        QUALITY,
        /** How much of it is estimated. */
        ESTIMATED,
        ESTIMATED_HOURS,
        CORRECTED_HOURS,
        MEAN,
        COMPLETENESS;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** As one line for people. */
    @Override
    public String toString() {
        DateTimeFormatter format =
                switch (step) {
                    case HOUR -> HOUR;
                    case DAY -> DAY;
                    case MONTH -> MONTH;
                };
        return subject + ", " + step.code() + " " + format.format(start.atZone(zone)) + ", " + what.words()
                + ": the books say " + booked + ", the readings give " + computed;
    }
}
