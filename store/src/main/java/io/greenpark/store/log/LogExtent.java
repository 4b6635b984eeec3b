package io.greenpark.store.log;

import io.greenpark.store.bytes.DamagedBytesException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log at rest holds, found by reading every row and computing its checksum anew.
 *
 * @param first offset of the first reading
 * @param end offset behind the last one
 * @param rows commits
 * @param readings readings in sound rows
 * @param lastArrivalMs when the newest sound row was committed, epoch milliseconds; 0 if there is none
 * @param faults damaged rows and gaps between rows, each with its position; backups keep these sentences, so that
 *     their wording must not change
 */
public record LogExtent(long first, long end, long rows, long readings, long lastArrivalMs, List<String> faults) {
    private static final int READINGS_AT_ONCE = 65_536;

    public LogExtent {
        faults = List.copyOf(faults);
    }

    /**
     * Reads a whole log; no process may be writing to it.
     *
     * @throws IOException if a file cannot be read at all
     */
    public static LogExtent of(Path logDir) throws IOException {
        LogScan scan = new LogScan();
        for (SegmentFile segment : LogFolder.segments(logDir)) {
            try {
                scan.file(segment);
            } catch (SQLException e) {
                throw new IOException("log file " + segment.path() + " cannot be read: " + e.getMessage(), e);
            }
        }
        return new LogExtent(scan.first, scan.end, scan.rows, scan.readings, scan.lastArrivalMs, scan.faults);
    }

    /** The state of going through the files from the oldest to the newest. */
    private static final class LogScan {
        private final List<String> faults = new ArrayList<>();
        private final Damage damage =
                new Damage((offset, file, what) -> faults.add("position 0:" + offset + ", file " + file + ": " + what));
        private boolean begun;
        private long first;
        private long end;
        private long rows;
        private long readings;
        private long lastArrivalMs;

        void file(SegmentFile segment) throws SQLException {
            expect(segment.firstOffset(), segment);
            try (SegmentReader reader = SegmentReader.atRest(segment, damage)) {
                if (!begun(reader)) {
                    return;
                }
                long from = 0;
                for (List<LogRow> found = reader.rows(from, READINGS_AT_ONCE);
                        !found.isEmpty();
                        found = reader.rows(from, READINGS_AT_ONCE)) {
                    found.forEach(row -> row(row, segment));
                    from = found.get(found.size() - 1).firstOffset() + 1;
                }
            }
        }

        /** A full disk may have left a file without its table. */
        private static boolean begun(SegmentReader reader) throws SQLException {
            try {
                return reader.isBegun();
            } catch (SQLException e) {
                if (SegmentConnections.isDamage(e)) {
                    return true;
                }
                throw e;
            }
        }

        private void row(LogRow row, SegmentFile segment) {
            rows++;
            expect(row.firstOffset(), segment);
            try {
                end = Math.max(end, row.firstOffset() + row.readings().size());
                readings += row.count();
                lastArrivalMs = Math.max(lastArrivalMs, row.arrivalMs());
            } catch (DamagedBytesException e) {
                damage.report(row.firstOffset(), segment, String.valueOf(e.getMessage()));
            }
        }

        /** What comes next begins at {@code offset}; it should be where the row before ended. */
        private void expect(long offset, SegmentFile segment) {
            if (!begun) {
                begun = true;
                first = offset;
            } else if (offset > end) {
                faults.add("positions 0:" + end + " to 0:" + offset + ", before or in file " + segment
                        + ": no readings there");
            } else if (offset < end) {
                faults.add("position 0:" + offset + ", file " + segment + ": given twice");
            }
            end = Math.max(end, offset);
        }
    }
}
