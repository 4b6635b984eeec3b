package io.greenpark.influx;

import io.greenpark.influx.Answer.WriteOutcome;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.GuardedSeries;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.influxdb.dto.QueryResult;
import org.jdbi.v3.core.Handle;

/**
 * What InfluxDB holds although it may not be told there, from earlier versions or from before a statistic was allowed less.
 * InfluxDB deletes whole points only, so removing is deleting them and writing those of the books again, without the fields
 * in question. Writing again comes last and takes all points of the measurements, found or not: interrupted after the
 * deleting, the same command puts them back.
 */
public final class WithheldPoints implements AutoCloseable {
    private static final int PAGE = 500;

    private final String from;
    private final LineClient client;
    private final List<SeriesSource> sources;
    private final Reader books;

    /** Reads the books as they are at that moment. */
    public interface Reader {
        <T> T read(Function<Handle, T> work);

        /** Those of an installation. */
        static Reader of(Books books) {
            return new Reader() {
                @Override
                public <T> T read(Function<Handle, T> work) {
                    return books.<T, RuntimeException>read(work::apply);
                }
            };
        }
    }

    /**
     * Points of one subject that hold what they must not.
     *
     * @param subject an enterprise or a case
     * @param timesMs of the points, epoch milliseconds
     * @param fields that must not be there
     */
    public record Finding(GuardedSeries series, String subject, SortedSet<Long> timesMs, Set<String> fields) {}

    public WithheldPoints(InfluxConfig config, List<SeriesSource> sources, Reader books, Clock clock) {
        this.client = new LineClient(config, clock);
        this.sources = List.copyOf(sources);
        this.books = books;
        this.from = config.retentionPolicy() == null ? "" : quoted(config.retentionPolicy()) + ".";
    }

    /** @throws RefusedStatementException if InfluxDB cannot be asked */
    public List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        for (GuardedSeries series : GuardedSeries.ALL) {
            String fields = series.fields().stream()
                    .sorted()
                    .map(WithheldPoints::quoted)
                    .collect(Collectors.joining(", "));
            client.ask("SELECT " + fields + " FROM " + from + quoted(series.measurement()) + " GROUP BY "
                            + quoted(series.subjectTag()))
                    .forEach(found -> add(findings, series, found));
        }
        return findings;
    }

    private void add(List<Finding> findings, GuardedSeries series, QueryResult.Series found) {
        String subject = found.getTags().getOrDefault(series.subjectTag(), "");
        Map<Long, Set<String>> held = held(found);
        Map<Long, Set<String>> allowed = allowed(series, subject, held.keySet());
        SortedSet<Long> times = new TreeSet<>();
        Set<String> fields = new TreeSet<>();
        held.forEach((time, names) -> {
            names.removeAll(allowed.getOrDefault(time, Set.of()));
            if (!names.isEmpty()) {
                times.add(time);
                fields.addAll(names);
            }
        });
        if (!times.isEmpty()) {
            findings.add(new Finding(series, subject, times, fields));
        }
    }

    /** The fields that have a value, by time. */
    private static Map<Long, Set<String>> held(QueryResult.Series found) {
        Map<Long, Set<String>> held = new TreeMap<>();
        List<String> columns = found.getColumns();
        for (List<Object> row : found.getValues()) {
            long time = ((Number) row.get(0)).longValue();
            for (int i = 1; i < columns.size(); i++) {
                if (row.get(i) != null) {
                    held.computeIfAbsent(time, t -> new HashSet<>()).add(columns.get(i));
                }
            }
        }
        return held;
    }

    /** The fields that the books would write now, by time. */
    private Map<Long, Set<String>> allowed(GuardedSeries series, String subject, Set<Long> times) {
        List<Mark> marks = times.stream()
                .map(time -> new Mark(series.kind(), subject, series.dated() ? time : 0, 0))
                .distinct()
                .toList();
        Map<Long, Set<String>> allowed = new HashMap<>();
        points(series, marks).forEach(p -> allowed.computeIfAbsent(p.timeMs(), t -> new HashSet<>())
                .addAll(p.fields().keySet()));
        return allowed;
    }

    /** Deletes the points of findings, then writes all points of the measurements again. */
    public void remove(List<Finding> findings) {
        delete(findings);
        for (GuardedSeries series : GuardedSeries.ALL) {
            List<String> subjects = books.read(handle -> source(series).subjects(handle, series.kind()));
            subjects.forEach(subject -> writeAgain(series, subject));
        }
    }

    /** Deletes the points of findings and what lies between them. */
    void delete(List<Finding> findings) {
        for (Finding finding : findings) {
            client.ask("DELETE FROM " + quoted(finding.series().measurement()) + " WHERE "
                    + quoted(finding.series().subjectTag()) + " = '"
                    + finding.subject().replace("\\", "\\\\").replace("'", "\\'") + "' AND time >= "
                    + finding.timesMs().first() + "ms AND time <= "
                    + finding.timesMs().last() + "ms");
        }
    }

    /** The subjects of a series that the books know. */
    Set<String> subjects(GuardedSeries series) {
        return Set.copyOf(books.read(handle -> source(series).subjects(handle, series.kind())));
    }

    /** The periods whose points are written again after a finding was deleted, by the books. */
    List<Mark> periods(Finding finding) {
        GuardedSeries series = finding.series();
        List<Mark> periods = new ArrayList<>();
        long afterMs = series.dated() ? finding.timesMs().first() - 1 : Long.MIN_VALUE;
        List<Mark> page = page(series, finding.subject(), afterMs);
        while (!page.isEmpty()) {
            periods.addAll(page);
            page = page(series, finding.subject(), page.get(page.size() - 1).startMs());
        }
        periods.removeIf(m -> series.dated() && m.startMs() > finding.timesMs().last());
        return periods;
    }

    private void writeAgain(GuardedSeries series, String subject) {
        long afterMs = Long.MIN_VALUE;
        List<Mark> marks = page(series, subject, afterMs);
        while (!marks.isEmpty()) {
            writeAsTheyAre(series, marks);
            afterMs = marks.get(marks.size() - 1).startMs();
            marks = marks.size() < PAGE ? List.of() : page(series, subject, afterMs);
        }
    }

    private List<Mark> page(GuardedSeries series, String subject, long afterMs) {
        return books.read(handle -> source(series).periods(handle, series.kind(), subject, afterMs, PAGE)).stream()
                .map(start -> new Mark(series.kind(), subject, start, 0))
                .toList();
    }

    /** Until the books say the same before and after: a running process may write a newer figure in between. */
    private void writeAsTheyAre(GuardedSeries series, List<Mark> marks) {
        List<SeriesPoint> written = points(series, marks);
        write(written);
        for (List<SeriesPoint> now = points(series, marks); !now.equals(written); now = points(series, marks)) {
            write(now);
            written = now;
        }
    }

    private void write(List<SeriesPoint> points) {
        String lines = points.stream()
                .map(SeriesLines::line)
                .filter(line -> line != null)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        if (lines.isEmpty()) {
            return;
        }
        Answer answer = client.write(lines);
        // Lines InfluxDB refuses for good were refused before, too: they are listed by influx refused.
        if (answer.outcome() != WriteOutcome.WRITTEN && answer.outcome() != WriteOutcome.LINES) {
            throw client.failure(answer);
        }
    }

    private List<SeriesPoint> points(GuardedSeries series, List<Mark> marks) {
        return books.read(handle -> source(series).points(handle, marks)).stream()
                .filter(p -> p.measurement().equals(series.measurement()))
                .toList();
    }

    private SeriesSource source(GuardedSeries series) {
        return sources.stream()
                .filter(s -> s.kinds().contains(series.kind()))
                .findFirst()
                .orElseThrow();
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public void close() {
        client.close();
    }
}
