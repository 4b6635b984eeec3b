package io.greenpark.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.log.TelemetryLogContract;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;

class SqliteTelemetryLogTest extends TelemetryLogContract {
    private static final int FEW_PAGES = 16;
    private static final int TORN_BYTES = 100;

    @Override
    protected TelemetryLog open(Path dir, Clock clock) {
        return SqliteTelemetryLog.open(dir, new LogConfig(KEEP, Long.MAX_VALUE, MAX_IN_FLIGHT, 1_000, 0, 2_000), clock);
    }

    @Override
    protected void applyRetention(TelemetryLog log) {
        ((SqliteTelemetryLog) log).applyRetention();
    }

    @Override
    protected void damage(Path dir, long offset) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + newest(dir).path());
                PreparedStatement s = connection.prepareStatement(
                        "UPDATE batch SET payload = CAST(payload || x'00' AS BLOB) WHERE first_offset = ?")) {
            s.setLong(1, offset);
            assertThat(s.executeUpdate()).isOne();
        }
    }

    @Override
    protected void tearTail(Path dir) throws IOException {
        try (FileChannel wal = FileChannel.open(newest(dir).wal(), StandardOpenOption.WRITE)) {
            wal.truncate(wal.size() - TORN_BYTES);
        }
    }

    /** The limit is one of SQLite's own; it answers as it does when the device has no block left. */
    @Override
    protected void fillDisk(TelemetryLog log) {
        ((SqliteTelemetryLog) log).tail().limitPages(FEW_PAGES);
    }

    @Override
    protected void makeRoom(TelemetryLog log) {
        ((SqliteTelemetryLog) log).tail().limitPages(0);
    }

    private static SegmentFile newest(Path dir) throws IOException {
        return Segments.open(dir.resolve("log"), new Damage()).newest().orElseThrow();
    }
}
