package io.greenpark.store.log;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The reading side: from memory where a reader is up to date, else from the files. What retention or damage took away is
 * simply not there; the offsets say how much it was. A slice has its gap in front, never inside. Any thread.
 */
final class LogReads {
    /** Rows unpacked last, so that a reader that takes less than a row at a time unpacks it once. */
    private static final int UNPACKED_READINGS = 32_768;

    private final Segments segments;
    private final RecentRows recent;
    private final RecentRows unpacked = new RecentRows(UNPACKED_READINGS);
    private final Damage damage;
    private final AtomicLong end;

    LogReads(Segments segments, RecentRows recent, Damage damage, AtomicLong end) {
        this.segments = segments;
        this.recent = recent;
        this.damage = damage;
        this.end = end;
    }

    LogSlice after(Position position, int max) {
        long asked = position.offset();
        long known = end.get();
        if (asked >= known) {
            return new LogSlice(position, position, List.of(), 0);
        }
        List<Reading> readings = recent.from(asked, max);
        if (readings.isEmpty()) {
            readings = unpacked.from(asked, max);
        }
        return readings.isEmpty() ? fromFiles(asked, max, known) : slice(asked, asked, readings);
    }

    private LogSlice fromFiles(long asked, int max, long known) {
        List<Reading> readings = new ArrayList<>();
        long from = asked;
        Optional<SegmentFile> file = segments.holding(asked);
        long seek = asked;
        boolean holding = true;
        while (file.isPresent() && readings.size() < max) {
            List<LogRow> rows = segments.rows(file.get(), seek, holding, max);
            for (LogRow row : rows) {
                List<Reading> held = unpack(row, file.get());
                long at = from + readings.size();
                if (held.isEmpty() || row.firstOffset() + held.size() <= at) {
                    continue;
                }
                if (row.firstOffset() > at) {
                    if (!readings.isEmpty()) {
                        return slice(asked, from, readings);
                    }
                    from = row.firstOffset();
                    at = from;
                }
                int skip = (int) (at - row.firstOffset());
                int take = Math.min(held.size() - skip, max - readings.size());
                readings.addAll(held.subList(skip, skip + take));
            }
            holding = false;
            if (rows.isEmpty()) {
                file = segments.after(file.get());
            } else {
                seek = rows.get(rows.size() - 1).firstOffset() + 1;
            }
        }
        return readings.isEmpty() ? slice(asked, known, readings) : slice(asked, from, readings);
    }

    private List<Reading> unpack(LogRow row, SegmentFile file) {
        try {
            List<Reading> readings = row.readings();
            unpacked.add(row.firstOffset(), readings);
            return readings;
        } catch (DamagedRowException e) {
            damage.name(row.firstOffset(), file, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static LogSlice slice(long asked, long from, List<Reading> readings) {
        return new LogSlice(new Position(0, from), new Position(0, from + readings.size()), readings, from - asked);
    }
}
