package io.greenpark.store.books;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Packs closed days. {@link #plan} only reads, so it may run on a reading connection while others write; {@link #apply}
 * moves what was planned and refuses if any of it changed meanwhile.
 */
final class Compaction {
    private final Statements statements;
    private final HotTable hot;
    private final CompactedDays compacted;

    Compaction(Statements statements, HotTable hot, CompactedDays compacted) {
        this.statements = statements;
        this.hot = hot;
        this.compacted = compacted;
    }

    /** Hot samples of one point and day, oldest first. */
    record PointDay(int point, int day, List<StoredSample> samples) {}

    /** A planned sample changed before it was moved; plan again. */
    static final class StalePlanException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StalePlanException(PointDay stale) {
            super("day " + LocalDate.ofEpochDay(stale.day()) + " of point number " + stale.point()
                    + " changed while it was compacted; it is compacted later");
        }
    }

    /** What to pack next: points of the oldest hot day before {@code beforeMs}; empty when there is nothing left. */
    List<PointDay> plan(long beforeMs, int maxPoints, int maxSamples) throws SQLException {
        Long oldest = oldest();
        if (oldest == null || oldest >= beforeMs) {
            return List.of();
        }
        int day = new StoreDay().of(oldest);
        long fromMs = StoreDay.startMs(day);
        long toMs = StoreDay.startMs(day + 1);
        TreeMap<Integer, List<StoredSample>> byPoint = new TreeMap<>();
        for (int point : points(fromMs, toMs, maxPoints, maxSamples)) {
            byPoint.put(point, new ArrayList<>());
        }
        read(byPoint, fromMs, toMs);
        return byPoint.entrySet().stream()
                .map(e -> new PointDay(e.getKey(), day, e.getValue()))
                .toList();
    }

    private @Nullable Long oldest() throws SQLException {
        try (ResultSet row =
                statements.of("SELECT min(time_ms) AS oldest FROM reading_hot").executeQuery()) {
            row.next();
            long oldest = row.getLong(1);
            return row.wasNull() ? null : oldest;
        }
    }

    /** The first points of the day, as many as stay within both bounds, but always one. */
    private List<Integer> points(long fromMs, long toMs, int maxPoints, int maxSamples) throws SQLException {
        PreparedStatement select = statements.of("SELECT point, count(*) AS samples FROM reading_hot"
                + " WHERE time_ms >= ? AND time_ms < ? GROUP BY point ORDER BY point LIMIT ?");
        select.setLong(1, fromMs);
        select.setLong(2, toMs);
        select.setInt(3, maxPoints);
        List<Integer> found = new ArrayList<>();
        long total = 0;
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                total += rows.getLong(2);
                if (total > maxSamples && !found.isEmpty()) {
                    break;
                }
                found.add(rows.getInt(1));
            }
        }
        return found;
    }

    private void read(TreeMap<Integer, List<StoredSample>> byPoint, long fromMs, long toMs) throws SQLException {
        PreparedStatement select = statements.of("SELECT " + StoredSample.COLUMNS + ", point FROM reading_hot"
                + " WHERE time_ms >= ? AND time_ms < ? AND point >= ? AND point <= ? ORDER BY time_ms");
        select.setLong(1, fromMs);
        select.setLong(2, toMs);
        select.setInt(3, byPoint.firstKey());
        select.setInt(4, byPoint.lastKey());
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                List<StoredSample> samples = byPoint.get(rows.getInt(6));
                if (samples != null) {
                    samples.add(StoredSample.of(rows));
                }
            }
        }
    }

    /** Moves the planned samples from the hot table into their days. */
    void apply(List<PointDay> plan) throws SQLException {
        for (PointDay next : plan) {
            if (!hot.delete(next.point(), next.samples())) {
                throw new StalePlanException(next);
            }
            List<StoredSample> packed = compacted.day(next.point(), next.day());
            List<StoredSample> all = new ArrayList<>(packed);
            all.addAll(next.samples());
            if (!packed.isEmpty()) {
                all.sort(Comparator.comparingLong(StoredSample::timeMs));
            }
            compacted.replace(next.point(), next.day(), all);
        }
        compacted.flush();
    }
}
