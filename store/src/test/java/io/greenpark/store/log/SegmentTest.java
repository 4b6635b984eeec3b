package io.greenpark.store.log;

import static io.greenpark.park.log.LogReadings.numbers;
import static io.greenpark.park.log.LogReadings.readings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.LogUnavailableException;
import io.greenpark.park.reading.Position;
import io.greenpark.park.time.MovableClock;
import io.greenpark.store.sqlite.NewerFormatException;
import io.greenpark.store.sqlite.SqliteFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** How the embedded log lays out its files, and what it does when they are not as it left them. */
class SegmentTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path dir;

    private final MovableClock clock = new MovableClock(MORNING);
    private final AtomicLong freeDisk = new AtomicLong(Long.MAX_VALUE);

    private SqliteTelemetryLog open(long maxFileBytes) {
        LogConfig config = new LogConfig(Duration.ofDays(7), maxFileBytes, 100_000, 1_000, 1_000, 0);
        return SqliteTelemetryLog.open(dir, config, clock, freeDisk::get);
    }

    private static Position append(SqliteTelemetryLog log, int from, int to) {
        return log.append(readings(from, to)).toCompletableFuture().join();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.list(dir)) {
            return paths.map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".sqlite"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_is_one_file_per_utc_day_of_arrival() throws IOException {
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            append(log, 0, 5);
            clock.set(Instant.parse("2026-11-23T23:59:59.999Z"));
            append(log, 5, 8);
            clock.set(Instant.parse("2026-11-24T00:00:00Z"));
            append(log, 8, 9);
        }
        assertThat(files())
                .containsExactly("2026-11-23-0000000000000000000.sqlite", "2026-11-24-0000000000000000008.sqlite");
    }

    @Test
    void a_full_file_is_followed_by_another_of_the_same_day() throws IOException {
        try (SqliteTelemetryLog log = open(20_000)) {
            for (int i = 0; i < 10; i++) {
                append(log, i * 1_000, i * 1_000 + 1_000);
            }
            assertThat(files()).hasSizeGreaterThan(2).allMatch(f -> f.startsWith("2026-11-23-"));
            Position position = Position.START;
            for (LogSlice slice = log.readAfter(position, 700);
                    !slice.isEmpty();
                    slice = log.readAfter(position, 700)) {
                assertThat(numbers(slice.readings()).get(0)).isEqualTo((int) position.offset());
                position = slice.to();
            }
            assertThat(position.offset()).isEqualTo(10_000);
        }
    }

    @Test
    void a_clock_once_ahead_does_not_keep_files_forever() {
        List<SegmentFile> files = List.of(
                new SegmentFile(dir.resolve("a"), LocalDate.parse("2099-01-01"), 0),
                new SegmentFile(dir.resolve("b"), LocalDate.parse("2026-11-01"), 10),
                new SegmentFile(dir.resolve("c"), LocalDate.parse("2026-11-23"), 20));
        assertThat(Retention.droppable(files, MORNING, Duration.ofDays(7), Long.MAX_VALUE))
                .containsExactly(files.get(0), files.get(1));
        assertThat(Retention.droppable(files, MORNING, Duration.ofDays(7), 19)).containsExactly(files.get(0));
    }

    @Test
    void a_clock_once_behind_does_not_make_files_look_old() {
        List<SegmentFile> files = List.of(
                new SegmentFile(dir.resolve("a"), LocalDate.parse("2026-11-20"), 0),
                new SegmentFile(dir.resolve("b"), LocalDate.parse("2026-09-01"), 10),
                new SegmentFile(dir.resolve("c"), LocalDate.parse("2026-11-23"), 20));
        assertThat(Retention.droppable(files, MORNING, Duration.ofDays(7), Long.MAX_VALUE))
                .isEmpty();
        assertThat(Retention.droppable(files, MORNING.plus(Duration.ofDays(7)), Duration.ofDays(7), Long.MAX_VALUE))
                .containsExactly(files.get(0), files.get(1));
    }

    @Test
    void below_the_minimum_of_free_disk_nothing_is_appended() {
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            append(log, 0, 1);
            freeDisk.set(999);
            assertThatThrownBy(() -> append(log, 1, 2))
                    .hasCauseInstanceOf(LogUnavailableException.class)
                    .hasMessageContaining("\"999\" bytes are free")
                    .hasMessageContaining("log.minFreeDisk");
            assertThat(log.failure()).contains("bytes are free");
            freeDisk.set(1_000);
            assertThat(append(log, 1, 2)).isEqualTo(new Position(0, 2));
            assertThat(log.failure()).isNull();
        }
    }

    @Test
    void a_wholly_damaged_file_is_reported_as_missed_and_never_appended_to() throws IOException {
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            append(log, 0, 100);
        }
        overwrite(0, 8_192);
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            long end = log.end(0).offset();
            assertThat(end).isGreaterThanOrEqualTo(100);
            append(log, 100, 110);
            LogSlice slice = log.readAfter(Position.START, 1_000);
            assertThat(slice.missed()).isEqualTo(end);
            assertThat(numbers(slice.readings())).startsWith(100).hasSize(10);
            assertThat(log.damagedRows()).isPositive();
        }
        assertThat(files()).hasSize(2);
    }

    @Test
    void a_damaged_row_is_reported_once_with_its_position() throws Exception {
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            append(log, 0, 10);
            append(log, 10, 30);
            append(log, 30, 40);
        }
        overwrite(payloadOf(10), 4);
        ListAppender<ILoggingEvent> reported = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Damage.class);
        reported.start();
        logger.addAppender(reported);
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            for (int reader = 0; reader < 3; reader++) {
                assertThat(log.readAfter(new Position(0, 10), 100).missed()).isEqualTo(20);
            }
            assertThat(log.damagedRows()).isOne();
        } finally {
            logger.detachAppender(reported);
        }
        assertThat(reported.list).singleElement().satisfies(e -> assertThat(e.getFormattedMessage())
                .contains("0:10", files().get(0), "CRC"));
    }

    /** Where in the file the payload of a row lies. */
    private long payloadOf(long offset) throws Exception {
        Path file = dir.resolve(files().get(0));
        byte[] payload;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement s = connection.prepareStatement("SELECT payload FROM batch WHERE first_offset = ?")) {
            s.setLong(1, offset);
            try (ResultSet r = s.executeQuery()) {
                payload = r.getBytes(1);
            }
        }
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return bytes.indexOf(new String(payload, StandardCharsets.ISO_8859_1)) + payload.length / 2;
    }

    @Test
    void damaged_pages_cost_only_their_readings() throws IOException {
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            for (int i = 0; i < 60; i++) {
                append(log, i * 1_000, i * 1_000 + 1_000);
            }
        }
        long size = Files.size(dir.resolve(files().get(0)));
        overwrite(size / 2 / 4_096 * 4_096, 4_096);
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            long read = 0;
            long missed = 0;
            Position position = Position.START;
            for (LogSlice slice = log.readAfter(position, 500);
                    !slice.isEmpty();
                    slice = log.readAfter(position, 500)) {
                read += slice.readings().size();
                missed += slice.missed();
                position = slice.to();
            }
            assertThat(position).isEqualTo(log.end(0));
            assertThat(read + missed).isEqualTo(60_000);
            assertThat(missed).isBetween(1L, 10_000L);
        }
    }

    private void overwrite(long at, int bytes) throws IOException {
        try (FileChannel file = FileChannel.open(dir.resolve(files().get(0)), StandardOpenOption.WRITE)) {
            byte[] noise = new byte[bytes];
            Arrays.fill(noise, (byte) 0xA5);
            file.write(ByteBuffer.wrap(noise), at);
        }
    }

    @Test
    void recovery_finds_the_end_after_the_last_row() throws Exception {
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            append(log, 0, 42);
        }
        SegmentFile file = SegmentFile.of(dir.resolve(files().get(0))).orElseThrow();
        assertThat(SegmentRecovery.recover(file, new Damage())).isEqualTo(new SegmentRecovery.Recovered(42, true));
    }

    @Test
    void an_empty_file_left_by_a_full_disk_is_replaced() throws IOException {
        Files.createFile(dir.resolve("2026-11-01-0000000000000000000.sqlite"));
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            assertThat(append(log, 0, 3)).isEqualTo(new Position(0, 3));
        }
        assertThat(files()).containsExactly("2026-11-23-0000000000000000000.sqlite");
    }

    @Test
    void a_file_of_a_newer_version_is_refused_with_both_versions_named() throws Exception {
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            append(log, 0, 3);
        }
        setFormat(SegmentWriter.FORMAT + 1);
        assertThatThrownBy(() -> open(Long.MAX_VALUE))
                .isInstanceOf(NewerFormatException.class)
                .hasMessageContaining(files().get(0))
                .hasMessageContaining("\"" + (SegmentWriter.FORMAT + 1) + "\"")
                .hasMessageContaining("up to " + SegmentWriter.FORMAT);
        setFormat(SegmentWriter.FORMAT);
        try (SqliteTelemetryLog log = open(Long.MAX_VALUE)) {
            assertThat(numbers(log.readAfter(Position.START, 10).readings())).containsExactly(0, 1, 2);
        }
    }

    private void setFormat(int format) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve(files().get(0)))) {
            SqliteFiles.setFormat(connection, format);
        }
    }
}
