package io.greenpark.store.books;

import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.reading.SampleWindow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The set of readings over the hot table and the compacted days of one transaction. */
final class SqlReadings implements ReadingStore {
    /** The most samples one compaction moves, so that no write takes long. */
    private static final int MAX_SAMPLES = 5_000;

    private final Statements statements;
    private final PointIdDictionary.InTransaction points;
    private final StoreDay days = new StoreDay();
    private final HotTable hot;
    private final CompactedDays compacted;
    private final DayRanges dayRanges;

    SqlReadings(Statements statements, PointIdDictionary.InTransaction points, HotTable hot) {
        this.statements = statements;
        this.points = points;
        this.hot = hot;
        this.compacted = new CompactedDays(statements);
        this.dayRanges = new DayRanges(statements);
    }

    /** Work that may meet a broken database. */
    @FunctionalInterface
    private interface SqlQuery<T> {
        T run() throws SQLException;
    }

    private static <T> T sql(String what, SqlQuery<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new BooksException("books: " + what + " failed", e);
        }
    }

    @Override
    public List<Touched> put(List<Reading> readings, Position last) {
        if (readings.isEmpty()) {
            return List.of();
        }
        return sql("putting " + readings.size() + " readings", () -> new BatchUpsert(
                        points, days, hot, compacted, dayRanges, new Superseded(statements))
                .run(readings, last));
    }

    @Override
    public List<Sample> range(String pointId, long fromMs, long toMs) {
        return sql("reading point " + pointId, () -> {
            Integer point = points.find(pointId);
            return point == null || fromMs >= toMs ? List.of() : range(point, fromMs, toMs);
        });
    }

    private List<Sample> range(int point, long fromMs, long toMs) throws SQLException {
        DayRanges.DayRange first = dayRanges.from(point, days.of(fromMs), fromMs);
        DayRanges.DayRange last = dayRanges.before(point, days.of(toMs - 1), toMs);
        if (first == null || last == null || first.day() > last.day()) {
            return List.of();
        }
        List<StoredSample> found =
                hot.range(point, Math.max(fromMs, first.firstMs()), Math.min(toMs, last.lastMs() + 1));
        List<StoredSample> packed = compacted.days(point, first.day(), last.day());
        for (StoredSample s : packed) {
            if (s.timeMs() >= fromMs && s.timeMs() < toMs) {
                found.add(s);
            }
        }
        if (!packed.isEmpty()) {
            found.sort(Comparator.comparingLong(StoredSample::timeMs));
        }
        return found.stream().map(StoredSample::sample).toList();
    }

    @Override
    public SampleWindow window(Collection<String> pointIds, long fromMs, long toMs, int maxSamples) {
        return sql("reading " + pointIds.size() + " points", () -> new MultiPointScan(points, days, hot, compacted)
                .read(pointIds, fromMs, toMs, maxSamples));
    }

    @Override
    public Optional<Sample> lastBefore(String pointId, long timeMs) {
        return sql("reading point " + pointId, () -> {
            Integer point = points.find(pointId);
            return Optional.ofNullable(point == null ? null : before(point, timeMs))
                    .map(StoredSample::sample);
        });
    }

    private @Nullable StoredSample before(int point, long timeMs) throws SQLException {
        DayRanges.DayRange range = dayRanges.before(point, days.of(timeMs), timeMs);
        if (range == null) {
            return null;
        }
        if (range.lastMs() < timeMs) {
            return at(point, range.day(), range.lastMs());
        }
        StoredSample newest = hot.last(point, range.firstMs(), timeMs);
        for (StoredSample s : compacted.day(point, range.day())) {
            if (s.timeMs() < timeMs && (newest == null || s.timeMs() > newest.timeMs())) {
                newest = s;
            }
        }
        return newest;
    }

    @Override
    public Optional<Sample> firstFrom(String pointId, long timeMs) {
        return sql("reading point " + pointId, () -> {
            Integer point = points.find(pointId);
            return Optional.ofNullable(point == null ? null : from(point, timeMs))
                    .map(StoredSample::sample);
        });
    }

    private @Nullable StoredSample from(int point, long timeMs) throws SQLException {
        DayRanges.DayRange range = dayRanges.from(point, days.of(timeMs), timeMs);
        if (range == null) {
            return null;
        }
        if (range.firstMs() >= timeMs) {
            return at(point, range.day(), range.firstMs());
        }
        StoredSample oldest = hot.first(point, timeMs, range.lastMs() + 1);
        for (StoredSample s : compacted.day(point, range.day())) {
            if (s.timeMs() >= timeMs && (oldest == null || s.timeMs() < oldest.timeMs())) {
                oldest = s;
            }
        }
        return oldest;
    }

    private @Nullable StoredSample at(int point, int day, long timeMs) throws SQLException {
        StoredSample found = hot.at(point, timeMs);
        if (found != null) {
            return found;
        }
        return compacted.day(point, day).stream()
                .filter(s -> s.timeMs() == timeMs)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Optional<Sample> latest(String pointId) {
        return lastBefore(pointId, StoreDay.END_MS);
    }

    @Override
    public Map<String, Sample> latest(Collection<String> pointIds) {
        return sql("reading the newest of " + pointIds.size() + " points", () -> new NewestSamples(statements)
                .of(List.copyOf(pointIds)));
    }

    @Override
    public List<Sample> superseded(String pointId, long fromMs, long toMs) {
        return sql("reading evidence of point " + pointId, () -> {
            Integer point = points.find(pointId);
            return point == null ? List.of() : new Superseded(statements).range(point, fromMs, toMs);
        });
    }

    @Override
    public long count() {
        return sql("counting readings", () -> {
            PreparedStatement count = statements.of("SELECT (SELECT count(*) FROM reading_hot)"
                    + " + (SELECT coalesce(sum(samples), 0) FROM reading_folded) AS n");
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public int compact(LocalDate day, int maxPoints) {
        List<Compaction.PointDay> plan = planCompaction(StoreDay.startMs(day), maxPoints, MAX_SAMPLES);
        applyCompaction(plan);
        return plan.size();
    }

    /** What {@link #applyCompaction} may move next; only reads. */
    List<Compaction.PointDay> planCompaction(long beforeMs, int maxPoints, int maxSamples) {
        return sql("planning to compact", () -> new Compaction(statements, hot, compacted)
                .plan(beforeMs, maxPoints, maxSamples));
    }

    void applyCompaction(List<Compaction.PointDay> plan) {
        sql("compacting " + plan.size() + " days", () -> {
            new Compaction(statements, hot, compacted).apply(plan);
            return true;
        });
    }
}
