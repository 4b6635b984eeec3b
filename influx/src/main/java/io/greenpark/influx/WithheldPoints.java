package io.greenpark.influx;

import io.greenpark.influx.Answer.WriteOutcome;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.GuardedSeries;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final long NEXT_MONTH_WITHIN_MS = Duration.ofDays(32).toMillis();

    private final String from;
    private final LineClient client;
    private final RequestTurns turns;
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
    public record Finding(GuardedSeries series, String subject, SortedSet<Long> timesMs, Set<String> fields) {
        /** The same of some of the points. */
        Finding at(SortedSet<Long> times) {
            return new Finding(series, subject, times, fields);
        }

        /** The same without some of the points. */
        Finding without(Set<Long> times) {
            SortedSet<Long> others = new TreeSet<>(timesMs);
            others.removeAll(times);
            return at(others);
        }

        /** Whose they are. */
        String whose() {
            return series.subjectTag() + " " + subject;
        }

        /** Neighbours that no other point of the subject can lie between: months that follow each other. */
        List<SortedSet<Long>> runs() {
            List<SortedSet<Long>> runs = new ArrayList<>();
            for (long time : timesMs) {
                boolean follows = series.dated()
                        && !runs.isEmpty()
                        && time - runs.get(runs.size() - 1).last() < NEXT_MONTH_WITHIN_MS;
                if (!follows) {
                    runs.add(new TreeSet<>());
                }
                runs.get(runs.size() - 1).add(time);
            }
            return runs;
        }
    }

    /**
     * What the books write again of a finding.
     *
     * @param timesMs of the points, epoch milliseconds
     * @param startsMs of the periods to be marked for it
     */
    record Replaceable(SortedSet<Long> timesMs, List<Long> startsMs) {}

    /** With nobody else in this process who writes to the server. */
    public WithheldPoints(InfluxConfig config, List<SeriesSource> sources, Reader books, Clock clock) {
        this(config, new RequestTurns(1, System::nanoTime), sources, books, clock);
    }

    /** @param turns shared with all others that write to the server */
    WithheldPoints(InfluxConfig config, RequestTurns turns, List<SeriesSource> sources, Reader books, Clock clock) {
        this.turns = turns;
        this.client = new LineClient(config, clock);
        this.sources = List.copyOf(sources);
        this.books = books;
        this.from = config.retentionPolicy() == null ? "" : quoted(config.retentionPolicy()) + ".";
    }

    /**
     * All there are.
     *
     * @throws RefusedStatementException if InfluxDB refuses to be asked
     * @throws io.greenpark.store.loop.ExpectedFailure if it does not answer
     */
    public List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        portions().forEach(portion -> findings.addAll(find(portion)));
        return findings;
    }

    /** Everything there is to look through. */
    List<Portion> portions() {
        List<Portion> portions = new ArrayList<>();
        for (GuardedSeries series : GuardedSeries.ALL) {
            // Points without the tag have an empty one.
            SortedSet<String> subjects = new TreeSet<>(Set.of(""));
            client.ask("SHOW TAG VALUES FROM " + quoted(series.measurement()) + " WITH KEY = "
                            + quoted(series.subjectTag()))
                    .forEach(found -> found.getValues().forEach(row -> subjects.add(String.valueOf(row.get(1)))));
            portions.addAll(Portion.of(series, List.copyOf(subjects)));
        }
        return portions;
    }

    /** What there is in a portion. */
    List<Finding> find(Portion portion) {
        GuardedSeries series = portion.series();
        String fields =
                series.fields().stream().sorted().map(WithheldPoints::quoted).collect(Collectors.joining(", "));
        String subjects =
                portion.subjects().stream().map(subject -> is(series, subject)).collect(Collectors.joining(" OR "));
        List<Finding> findings = new ArrayList<>();
        client.ask("SELECT " + fields + " FROM " + from + quoted(series.measurement()) + " WHERE " + subjects
                        + " GROUP BY " + quoted(series.subjectTag()))
                .forEach(found -> add(findings, series, found));
        return findings;
    }

    private void add(List<Finding> findings, GuardedSeries series, QueryResult.Series found) {
        String subject = found.getTags().getOrDefault(series.subjectTag(), "");
        Map<Long, Set<String>> held = held(found);
        Map<Long, Set<String>> withheld =
                books.read(handle -> source(series).withheld(handle, series.kind(), subject, held));
        if (!withheld.isEmpty()) {
            Set<String> fields = new TreeSet<>();
            withheld.values().forEach(fields::addAll);
            findings.add(new Finding(series, subject, new TreeSet<>(withheld.keySet()), fields));
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

    /** Deletes the points of findings, then writes all points of the measurements again. */
    public void remove(List<Finding> findings) {
        delete(findings);
        for (GuardedSeries series : GuardedSeries.ALL) {
            List<String> subjects = books.read(handle -> source(series).subjects(handle, series.kind()));
            subjects.forEach(subject -> writeAgain(series, subject));
        }
    }

    /** Deletes the points of findings and no others. */
    void delete(List<Finding> findings) {
        for (Finding finding : findings) {
            for (SortedSet<Long> run : finding.runs()) {
                String delete = "DELETE FROM " + quoted(finding.series().measurement()) + " WHERE "
                        + is(finding.series(), finding.subject()) + " AND time >= " + run.first() + "ms AND time <= "
                        + run.last() + "ms";
                turns.take(() -> client.ask(delete));
            }
        }
    }

    /** The part of a finding that the books write points in place of. */
    Replaceable replaceable(Finding finding) {
        List<Mark> periods = periods(finding);
        SortedSet<Long> times = new TreeSet<>();
        points(finding.series(), periods).forEach(p -> times.add(p.timeMs()));
        times.retainAll(finding.timesMs());
        boolean dated = finding.series().dated();
        List<Long> starts = periods.stream()
                .map(Mark::startMs)
                .filter(start -> !dated || times.contains(start))
                .toList();
        return new Replaceable(times, starts);
    }

    /** The periods of the books that points of a finding belong to. */
    private List<Mark> periods(Finding finding) {
        GuardedSeries series = finding.series();
        List<Mark> periods = new ArrayList<>();
        long afterMs = series.dated() ? finding.timesMs().first() - 1 : Long.MIN_VALUE;
        List<Mark> page = page(series, finding.subject(), afterMs);
        while (!page.isEmpty()) {
            periods.addAll(page);
            page = page(series, finding.subject(), page.get(page.size() - 1).startMs());
        }
        periods.removeIf(m -> series.dated() && !finding.timesMs().contains(m.startMs()));
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
        Answer answer = turns.write(lines, client::write);
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

    private static String is(GuardedSeries series, String subject) {
        return quoted(series.subjectTag()) + " = '"
                + subject.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public void close() {
        client.close();
    }
}
