package io.greenpark.store.books;

import io.greenpark.park.reading.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/**
 * The whole set of readings, page by page: first what is not compacted, in the order of time, then the compacted days, day
 * after day. What was in the set when a scan began is met at least once, although days are compacted meanwhile: compaction
 * moves samples only from what comes first to what comes last. What arrives meanwhile may be missed.
 */
public final class ReadingScan {
    private static final int POINT_DAYS = 200;

    private ReadingScan() {}

    /**
     * How far a scan got.
     *
     * @param compacted whether it is among the compacted days
     * @param at time of the sample, or the day, that came last
     * @param point number of the point that came last
     */
    public record Cursor(boolean compacted, long at, int point) {
        /** Before everything. */
        public static final Cursor START = new Cursor(false, Long.MIN_VALUE, 0);

        private static final Cursor COMPACTED = new Cursor(true, Long.MIN_VALUE, 0);

        /** As {@link #toString} wrote it. */
        public static Cursor of(String text) {
            String[] words = text.split(" ");
            return new Cursor(words[0].equals("folded"), Long.parseLong(words[1]), Integer.parseInt(words[2]));
        }

        @Override
        public String toString() {
            return (compacted ? "folded " : "hot ") + at + " " + point;
        }
    }

    /** A sample with its point. */
    public record PointSample(String pointId, Sample sample) {}

    /** @param next where to go on; null at the end */
    public record Page(List<PointSample> samples, @Nullable Cursor next) {}

    /** A point's samples of a day, or a single one. */
    private record ScannedRow(int point, String pointId, long at, List<StoredSample> samples) {}

    /** About {@code max} samples after a cursor; a day of a point is never divided. */
    public static Page after(Handle handle, Cursor cursor, int max) {
        Page page = cursor.compacted() ? compacted(handle, cursor, max) : hot(handle, cursor, max);
        return page.next() == null && !cursor.compacted() ? new Page(page.samples(), Cursor.COMPACTED) : page;
    }

    private static Page hot(Handle handle, Cursor cursor, int max) {
        try (ResultIterator<ScannedRow> rows = handle.createQuery(
                        "SELECT h.time_ms, h.value, h.flag, h.arrival_ms, h.pos, h.point, p.point AS id"
                                + " FROM reading_hot h CROSS JOIN reading_point p"
                                + " WHERE p.no = h.point AND (h.time_ms, h.point) > (:at, :point)"
                                + " ORDER BY h.time_ms, h.point LIMIT :max")
                .bind("at", cursor.at())
                .bind("point", cursor.point())
                .bind("max", max)
                .map((row, context) -> new ScannedRow(
                        row.getInt("point"),
                        row.getString("id"),
                        row.getLong("time_ms"),
                        List.of(StoredSample.of(row))))
                .iterator()) {
            return page(rows, false, max);
        }
    }

    private static Page compacted(Handle handle, Cursor cursor, int max) {
        try (ResultIterator<ScannedRow> rows = handle.createQuery("SELECT s.day, s.point, p.point AS id, f.data"
                        + " FROM reading_span s CROSS JOIN reading_folded f CROSS JOIN reading_point p"
                        + " WHERE f.point = s.point AND f.day = s.day AND p.no = s.point"
                        + " AND (s.day, s.point) > (:at, :point) ORDER BY s.day, s.point LIMIT :pointDays")
                .bind("at", Math.max(Integer.MIN_VALUE, cursor.at()))
                .bind("point", cursor.point())
                .bind("pointDays", POINT_DAYS)
                .map((row, context) -> new ScannedRow(
                        row.getInt("point"),
                        row.getString("id"),
                        row.getLong("day"),
                        DayCodec.decode(row.getBytes("data"))))
                .iterator()) {
            return page(rows, true, max);
        }
    }

    private static Page page(ResultIterator<ScannedRow> rows, boolean compacted, int max) {
        List<PointSample> samples = new ArrayList<>();
        Cursor next = null;
        while (rows.hasNext() && samples.size() < max) {
            ScannedRow row = rows.next();
            row.samples().forEach(s -> samples.add(new PointSample(row.pointId(), s.sample())));
            next = new Cursor(compacted, row.at(), row.point());
        }
        return new Page(samples, next);
    }
}
