package io.greenpark.store.books;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows of {@code reading_folded}: one compressed row per point and day. */
final class CompactedDays {
    private static final int CACHED = 4_096;

    private final Statements statements;
    private final Map<Long, List<StoredSample>> unpacked = new HashMap<>();
    private final Set<Long> unwritten = new TreeSet<>();
    private int newestDay = Integer.MIN_VALUE;
    private boolean newestKnown;

    CompactedDays(Statements statements) {
        this.statements = statements;
    }

    /** Whether any point has this day or a later one compacted; most batches need not look further. */
    boolean reach(int day) throws SQLException {
        if (!newestKnown) {
            try (ResultSet row = statements
                    .of("SELECT max(day) AS newest FROM reading_folded")
                    .executeQuery()) {
                if (row.next()) {
                    int newest = row.getInt(1);
                    newestDay = row.wasNull() ? Integer.MIN_VALUE : newest;
                }
            }
            newestKnown = true;
        }
        return day <= newestDay;
    }

    /** A point's compacted samples of a day, oldest first; empty if there are none. */
    List<StoredSample> day(int point, int day) throws SQLException {
        if (!reach(day)) {
            return List.of();
        }
        long key = key(point, day);
        List<StoredSample> known = unpacked.get(key);
        if (known == null) {
            known = load(point, day);
            if (unpacked.size() >= CACHED) {
                flush();
                unpacked.clear();
            }
            unpacked.put(key, known);
        }
        return known;
    }

    private List<StoredSample> load(int point, int day) throws SQLException {
        PreparedStatement select = statements.of("SELECT data FROM reading_folded WHERE point = ? AND day = ?");
        select.setInt(1, point);
        select.setInt(2, day);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? DayCodec.decode(row.getBytes(1)) : List.of();
        }
    }

    /** A point's compacted samples of the days {@code fromDay..toDay}, both included, oldest first. */
    List<StoredSample> days(int point, int fromDay, int toDay) throws SQLException {
        if (!reach(fromDay)) {
            return List.of();
        }
        PreparedStatement select =
                statements.of("SELECT data FROM reading_folded WHERE point = ? AND day >= ? AND day <= ? ORDER BY day");
        select.setInt(1, point);
        select.setInt(2, fromDay);
        select.setInt(3, toDay);
        List<StoredSample> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.addAll(DayCodec.decode(rows.getBytes(1)));
            }
        }
        return found;
    }

    /** The compacted samples of some points on a day, by point number, oldest first. */
    Map<Integer, List<StoredSample>> day(Collection<Integer> points, int day) throws SQLException {
        String in = points.stream().map(String::valueOf).collect(Collectors.joining(", "));
        PreparedStatement select =
                statements.of("SELECT point, data FROM reading_folded WHERE day = ? AND point IN (" + in + ")");
        select.setInt(1, day);
        Map<Integer, List<StoredSample>> found = new HashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getInt(1), DayCodec.decode(rows.getBytes(2)));
            }
        }
        return found;
    }

    /** Replaces what a day of a point holds; {@link #flush} writes. */
    void replace(int point, int day, List<StoredSample> samples) {
        long key = key(point, day);
        unpacked.put(key, List.copyOf(samples));
        unwritten.add(key);
    }

    /** Writes the replaced days. */
    void flush() throws SQLException {
        PreparedStatement upsert = statements.of("INSERT INTO reading_folded (point, day, samples, data)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT (point, day) DO UPDATE SET"
                + " samples = excluded.samples, data = excluded.data");
        for (long key : unwritten) {
            List<StoredSample> samples = unpacked.getOrDefault(key, List.of());
            upsert.setInt(1, (int) (key >> 32));
            upsert.setInt(2, (int) key);
            upsert.setInt(3, samples.size());
            upsert.setBytes(4, DayCodec.encode(samples));
            upsert.executeUpdate();
            newestKnown = false;
        }
        unwritten.clear();
    }

    private static long key(int point, int day) {
        return ((long) point << 32) | (day & 0xffff_ffffL);
    }
}
