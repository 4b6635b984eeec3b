package io.greenpark.objection.form;

import io.greenpark.park.time.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an objection is about.
 *
 * @param id as the kind names it
 * @param from start of the time of a figure; null for what is of no time
 * @param to its end, exclusive; null likewise
 */
public record Thing(
        ThingKind kind,
        String id,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final char BETWEEN = ':';

    public Thing {
        boolean timed = from != null && to != null && from.isBefore(to);
        if (kind.isFigure() ? !timed : from != null || to != null) {
            throw new IllegalArgumentException(kind + " " + id + " of a time from " + from + " to " + to);
        }
    }

    /** One that is of no time. */
    public Thing(ThingKind kind, String id) {
        this(kind, id, null, null);
    }

    /** Means of a point. */
    public static Thing mean(String point, Step step, Instant from, Instant to) {
        return new Thing(ThingKind.MEAN, meanId(point, step), from, to);
    }

    /** How the means of a point are named. */
    public static String meanId(String point, Step step) {
        return point + "/" + step.code();
    }

    /** How the class of an enterprise in a year is named. */
    public static String classId(String enterprise, int year) {
        return enterprise + BETWEEN + year;
    }

    /** The point of means. */
    public String point() {
        return id.substring(0, id.lastIndexOf('/'));
    }

    /** The enterprise and the year of a class. */
    public String classOf() {
        return id.substring(0, id.lastIndexOf(BETWEEN));
    }

    /** See {@link #classOf()}. */
    public String classYear() {
        return id.substring(id.lastIndexOf(BETWEEN) + 1);
    }
}
