package io.greenpark.influx;

import io.greenpark.influx.Backfill.BackfillProgress;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Filling InfluxDB with all derived series, as if every period of every subject were marked; no marks are made, so the
 * books' writer and the other consumers of marks notice nothing. One thread, that of the marks: a figure that changes
 * meanwhile has a mark and is written after. {@link #left} any thread.
 */
final class SeriesBackfill {
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Books books;
    private final List<Mark.Kind> kinds;
    private final List<SeriesSource> sources;
    private final Clock clock;
    private volatile @Nullable BackfillProgress progress;
    private long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    SeriesBackfill(Books books, List<SeriesSource> sources, Clock clock) {
        this.books = books;
        this.sources = sources;
        this.kinds = sources.stream()
                .flatMap(s -> s.kinds().stream())
                .distinct()
                .sorted()
                .toList();
        this.clock = clock;
        active();
    }

    /**
     * Periods to write next.
     *
     * @param cursor where they end
     * @param subjects subjects before it
     * @param allSubjects subjects in all
     * @param atEnd whether nothing follows
     */
    record PeriodPage(List<Mark> periods, String cursor, long subjects, long allSubjects, boolean atEnd) {}

    /** The last period of a page. */
    private record SeriesCursor(int kind, String subject, long startMs) {
        static SeriesCursor of(String text) {
            if (text.isEmpty()) {
                return new SeriesCursor(0, "", Long.MIN_VALUE);
            }
            String[] words = text.split(" ", 3);
            return new SeriesCursor(Integer.parseInt(words[0]), words[2], Long.parseLong(words[1]));
        }

        @Override
        public String toString() {
            return kind + " " + startMs + " " + subject;
        }
    }

    /** Whether there is anything to fill in; looks for a request from time to time. */
    boolean active() {
        if (System.nanoTime() - lookedAt >= LOOK_EVERY_NANOS) {
            lookedAt = System.nanoTime();
            progress = books.<Optional<BackfillProgress>, RuntimeException>read(
                            handle -> Backfill.progress(handle, SeriesWriter.NAME))
                    .orElse(null);
        }
        BackfillProgress current = progress;
        return current != null && !current.finished();
    }

    /** Whether nothing of the request is written yet. */
    boolean begins() {
        BackfillProgress current = progress;
        return current != null && !current.finished() && current.place().isEmpty();
    }

    /** The next periods; call only while {@link #active}. */
    PeriodPage next(Handle handle, int max) {
        BackfillProgress current = progress;
        SeriesCursor cursor = SeriesCursor.of(current == null ? "" : current.place());
        List<Mark> periods = new ArrayList<>();
        long before = 0;
        long all = 0;
        for (int k = 0; k < kinds.size(); k++) {
            for (String subject : subjects(handle, kinds.get(k))) {
                all++;
                boolean passed = k < cursor.kind || k == cursor.kind && subject.compareTo(cursor.subject) < 0;
                if (passed || periods.size() >= max) {
                    before += passed ? 1 : 0;
                    continue;
                }
                boolean within = k == cursor.kind && subject.equals(cursor.subject);
                take(handle, kinds.get(k), subject, within ? cursor.startMs : Long.MIN_VALUE, max, periods);
            }
        }
        boolean atEnd = periods.size() < max;
        return new PeriodPage(periods, atEnd ? "" : end(periods).toString(), atEnd ? all : before, all, atEnd);
    }

    private SeriesCursor end(List<Mark> periods) {
        Mark last = periods.get(periods.size() - 1);
        return new SeriesCursor(kinds.indexOf(last.kind()), last.subject(), last.startMs());
    }

    private List<String> subjects(Handle handle, Mark.Kind kind) {
        return source(kind).subjects(handle, kind).stream().sorted().toList();
    }

    private void take(Handle handle, Mark.Kind kind, String subject, long afterMs, int max, List<Mark> periods) {
        for (long start : source(kind).periods(handle, kind, subject, afterMs, max - periods.size())) {
            periods.add(new Mark(kind, subject, start, 0));
        }
    }

    private SeriesSource source(Mark.Kind kind) {
        return sources.stream()
                .filter(s -> s.kinds().contains(kind))
                .findFirst()
                .orElseThrow();
    }

    /** Notes in the transaction that a page is written. */
    void commit(BooksTx tx, PeriodPage page) {
        BackfillProgress current = progress;
        if (current == null) {
            return;
        }
        BackfillProgress next = current.at(page.cursor(), null, page.subjects(), page.allSubjects());
        if (page.atEnd()) {
            next = next.finishedAt(clock.millis());
        }
        Backfill.update(tx, next);
        progress = next;
    }

    /** Series of subjects left to fill in. */
    long left() {
        BackfillProgress current = progress;
        return current == null ? 0 : current.left();
    }
}
