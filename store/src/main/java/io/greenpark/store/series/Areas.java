package io.greenpark.store.series;

import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The district and its parks as subjects of series, and periods of theirs. */
public final class Areas {
    private Areas() {}

    /** The district, then its parks. */
    public static List<Subject> all(Registry registry) {
        List<Subject> areas = new ArrayList<>();
        areas.add(Subject.district(registry.facts().districtId()));
        registry.facts().parks().forEach(park -> areas.add(Subject.park(park.id())));
        return areas;
    }

    /** The area with an id; empty if there is none any more. */
    public static Optional<Subject> find(Registry registry, String id) {
        return all(registry).stream().filter(area -> area.id().equals(id)).findFirst();
    }

    /** The tag park or district. */
    public static Map<String, String> tags(Subject area) {
        return Map.of(
                area.scope() == Subject.Scope.PARK ? SeriesSchema.TAG_PARK : SeriesSchema.TAG_DISTRICT, area.id());
    }

    /** The periods of all areas from that with {@code from} in it to that with {@code to} in it. */
    public static List<Mark> periods(Registry registry, Mark.Kind kind, Step step, Instant from, Instant to) {
        List<Mark> marks = new ArrayList<>();
        for (Subject area : all(registry)) {
            starts(area.time(registry), step, from, to, Long.MIN_VALUE, Integer.MAX_VALUE)
                    .forEach(start -> marks.add(new Mark(kind, area.id(), start, 0)));
        }
        return marks;
    }

    /** Starts of such periods that lie after a time, oldest first, at most {@code max}. */
    public static List<Long> starts(ParkTime time, Step step, Instant from, Instant to, long afterMs, int max) {
        Instant first = afterMs < from.toEpochMilli() ? from : Instant.ofEpochMilli(afterMs);
        List<Long> starts = new ArrayList<>();
        for (Instant at = time.startOf(step, first);
                !at.isAfter(to) && starts.size() < max;
                at = time.endOf(step, at)) {
            if (at.toEpochMilli() > afterMs) {
                starts.add(at.toEpochMilli());
            }
        }
        return starts;
    }
}
