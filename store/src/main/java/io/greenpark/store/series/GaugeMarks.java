package io.greenpark.store.series;

import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Marks the periods of gauges by the clock: at each step those since the step before, the first time those of the last days.
 * A step that fails is made up by the next one. What a longer standstill left out comes when InfluxDB is filled again. One thread.
 */
public final class GaugeMarks {
    /** How far back a process looks that has just begun: as long as a holiday week is stood still for. So far a filling goes back at least. */
    public static final Duration AT_FIRST = Duration.ofDays(7);

    private final Books books;
    private final List<GaugeSeries> gauges;
    private final Clock clock;
    private Instant since;

    public GaugeMarks(Books books, List<GaugeSeries> gauges, Clock clock) {
        this.books = books;
        this.gauges = List.copyOf(gauges);
        this.clock = clock;
        this.since = clock.instant().minus(AT_FIRST);
    }

    /** Marks what is due; returns that there is nothing more. */
    public boolean step() {
        Instant now = clock.instant();
        List<Mark> due = new ArrayList<>();
        for (GaugeSeries gauge : gauges) {
            due.addAll(gauge.due(since, now));
        }
        books.<Boolean, RuntimeException>write(tx -> {
            bySubject(due).forEach((subject, starts) -> tx.marks().mark(subject.kind(), subject.id(), starts));
            return true;
        });
        since = now;
        return false;
    }

    private record Marked(Mark.Kind kind, String id) {}

    private static Map<Marked, List<Long>> bySubject(List<Mark> due) {
        return due.stream()
                .collect(Collectors.groupingBy(
                        mark -> new Marked(mark.kind(), mark.subject()),
                        Collectors.mapping(Mark::startMs, Collectors.toList())));
    }
}
