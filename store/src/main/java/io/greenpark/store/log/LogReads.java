package io.greenpark.store.log;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.store.bytes.DamagedBytesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reading side: from memory where a reader is up to date, else from the files. What retention or damage took away is
 * simply not there; the offsets say how much it was. Any thread.
 */
final class LogReads {
    /** Rows unpacked last, so that a reader that takes less than a row at a time unpacks it once. */
    private static final int UNPACKED_READINGS = 32_768;

    private final Segments segments;
    private final RecentRows recent;
    private final RecentRows unpacked = new RecentRows(UNPACKED_READINGS);
    private final Damage damage;

    LogReads(Segments segments, RecentRows recent, Damage damage) {
        this.segments = segments;
        this.recent = recent;
        this.damage = damage;
    }

    /**
     * At most {@code max} readings from an offset on.
     *
     * @param end the end of the log, to which a gap without readings reaches
     */
    LogSlice from(long offset, int max, long end) {
        if (offset >= end) {
            Position position = new Position(0, offset);
            return new LogSlice(position, position, List.of(), 0);
        }
        List<Reading> readings = recent.from(offset, max);
        if (readings.isEmpty()) {
            readings = unpacked.from(offset, max);
        }
        return readings.isEmpty() ? fromFiles(offset, max, end) : slice(offset, offset, readings);
    }

    private LogSlice fromFiles(long offset, int max, long end) {
        SliceBuilder collected = new SliceBuilder(offset, max);
        Optional<SegmentFile> file = segments.holding(offset);
        while (file.isPresent() && !collected.isComplete()) {
            collect(file.get(), collected);
            file = segments.after(file.get());
        }
        return slice(offset, collected.readings.isEmpty() ? end : collected.first, collected.readings);
    }

    private void collect(SegmentFile file, SliceBuilder collected) {
        List<LogRow> rows = segments.rowsHolding(file, collected.next(), collected.max);
        while (!rows.isEmpty()) {
            rows.forEach(row -> collected.add(row.firstOffset(), unpack(row, file)));
            if (collected.isComplete()) {
                return;
            }
            rows = segments.rows(file, rows.get(rows.size() - 1).firstOffset() + 1, collected.max);
        }
    }

    /** Readings without a gap between them; a gap in front moves their first offset. */
    private static final class SliceBuilder {
        private final List<Reading> readings = new ArrayList<>();
        private final int max;
        private long first;
        private boolean gapBehind;

        SliceBuilder(long first, int max) {
            this.first = first;
            this.max = max;
        }

        long next() {
            return first + readings.size();
        }

        boolean isComplete() {
            return gapBehind || readings.size() >= max;
        }

        void add(long rowStart, List<Reading> row) {
            if (isComplete() || row.isEmpty() || rowStart + row.size() <= next()) {
                return;
            }
            if (rowStart > next()) {
                if (!readings.isEmpty()) {
                    gapBehind = true;
                    return;
                }
                first = rowStart;
            }
            int skip = (int) (next() - rowStart);
            int take = Math.min(row.size() - skip, max - readings.size());
            readings.addAll(row.subList(skip, skip + take));
        }
    }

    private List<Reading> unpack(LogRow row, SegmentFile file) {
        try {
            List<Reading> readings = row.readings();
            unpacked.add(row.firstOffset(), readings);
            return readings;
        } catch (DamagedBytesException e) {
            damage.report(row.firstOffset(), file, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static LogSlice slice(long asked, long from, List<Reading> readings) {
        return new LogSlice(new Position(0, from), new Position(0, from + readings.size()), readings, from - asked);
    }
}
