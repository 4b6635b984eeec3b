package io.greenpark.alerts.marking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** The time that accepted marks leave out of judging, by point. Labels do not matter here: what follows each other is one time. */
public final class MarkedTimes {
    private final Map<String, List<Marked>> byPoint;

    private MarkedTimes(Map<String, List<Marked>> byPoint) {
        this.byPoint = byPoint;
    }

    /** A time that one mark leaves out. */
    public record Marked(String mark, long fromMs, long toMs) {
        boolean meets(long otherFromMs, long otherToMs) {
            return fromMs < otherToMs && otherFromMs < toMs;
        }
    }

    /** Those of some points that meet {@code [from, to)}. */
    public static MarkedTimes load(Handle handle, Collection<String> points, Instant from, Instant to) {
        Map<String, List<Marked>> byPoint = new HashMap<>();
        for (DataMark m : MarkTable.leavingOut(handle, points, from, to)) {
            Marked time = new Marked(
                    m.id(),
                    m.from().toEpochMilli(),
                    Objects.requireNonNull(m.effectTo()).toEpochMilli());
            m.points().forEach(point -> byPoint.computeIfAbsent(point, p -> new ArrayList<>())
                    .add(time));
        }
        return new MarkedTimes(byPoint);
    }

    /** Those of a point that meet a time, by when they begin. */
    public List<Marked> of(String point, long fromMs, long toMs) {
        return byPoint.getOrDefault(point, List.of()).stream()
                .filter(m -> m.meets(fromMs, toMs))
                .toList();
    }
}
