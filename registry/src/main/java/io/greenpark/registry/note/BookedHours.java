package io.greenpark.registry.note;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What an installation booked so far, for the bounds of its meters. */
@FunctionalInterface
public interface BookedHours {
    /** Where there is no installation. */
    BookedHours NONE = (points, from, to) -> Map.of();

    /**
     * What a point used in an hour.
     *
     * @param amount in base units of the dimension of its unit
     */
    record BookedHour(Instant start, long amount) {}

    /** The largest plausible hour of points between two times; without those of which too little is known. */
    Map<String, BookedHour> largest(Set<String> points, Instant from, Instant to);
}
