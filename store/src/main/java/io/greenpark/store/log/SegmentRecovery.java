package io.greenpark.store.log;

import io.greenpark.store.bytes.DamagedBytesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where the log ends after a stop of any kind. SQLite replays the write-ahead file up to the last whole commit and
 * cuts a torn one, whose append was never acknowledged; what is left to find here is the next offset. Offsets are
 * never given twice, so where the end is damaged a later one is taken.
 */
final class SegmentRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentRecovery.class);

    /**
     * The end of a segment.
     *
     * @param end the next offset
     * @param sound whether the file can be appended to
     */
    record Recovered(long end, boolean sound) {}

    private SegmentRecovery() {}

    /** Recovers the log: drops a newest file that was never begun, and finds the next offset. */
    static long recover(Segments segments, Damage damage) throws SQLException, IOException {
        Optional<SegmentFile> newest = segments.newest();
        while (newest.isPresent() && !isBegun(newest.get(), damage)) {
            LOG.info("log file {} holds nothing and is dropped", newest.get());
            segments.drop(newest.get());
            newest = segments.newest();
        }
        if (newest.isEmpty()) {
            return 0;
        }
        long replay = size(newest.get().wal());
        long end = recover(newest.get(), damage).end();
        if (replay > 0) {
            LOG.info("log file {}: {} bytes of write-ahead replayed; it ends at 0:{}", newest.get(), replay, end);
        }
        return end;
    }

    private static boolean isBegun(SegmentFile file, Damage damage) throws SQLException {
        try (SegmentReader reader = SegmentReader.open(file, damage)) {
            return reader.isBegun();
        } catch (SQLException e) {
            if (SegmentConnections.isDamage(e)) {
                return true;
            }
            throw e;
        }
    }

    /** Recovers the newest segment. */
    static Recovered recover(SegmentFile file, Damage damage) throws SQLException {
        try (SegmentReader reader = SegmentReader.open(file, damage)) {
            return lastRow(file, reader, damage);
        } catch (SQLException e) {
            if (!SegmentConnections.isDamage(e)) {
                throw e;
            }
            damage.report(file.firstOffset(), file, "the file is damaged: " + e.getMessage());
            return damaged(file);
        }
    }

    private static Recovered lastRow(SegmentFile file, SegmentReader reader, Damage damage) throws SQLException {
        Long key = reader.lastKey();
        if (key == null) {
            return new Recovered(file.firstOffset(), true);
        }
        List<LogRow> rows = reader.rows(key, 1);
        if (rows.isEmpty()) {
            return damaged(file);
        }
        LogRow last = rows.get(0);
        try {
            return new Recovered(last.firstOffset() + last.readings().size(), true);
        } catch (DamagedBytesException e) {
            damage.report(last.firstOffset(), file, String.valueOf(e.getMessage()));
            return new Recovered(last.endAtMost(), true);
        }
    }

    /** A reading takes more than one byte, so the end lies before this. */
    private static Recovered damaged(SegmentFile file) {
        return new Recovered(file.firstOffset() + size(file.path()) + size(file.wal()) + 1, false);
    }

    private static long size(Path path) {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
