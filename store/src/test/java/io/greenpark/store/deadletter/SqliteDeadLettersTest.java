package io.greenpark.store.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.deadletter.DeadLettersContract;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.sqlite.NewerFormatException;
import io.greenpark.store.sqlite.SqliteFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeadLettersTest extends DeadLettersContract {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_714_521_600_000L), ZoneOffset.UTC);

    @Override
    protected DeadLetters open(Path dir, Clock clock, Duration keep, int maxPerSender, int maxRows) {
        return SqliteDeadLetters.open(
                dir.resolve("dead-letters.sqlite"),
                new DeadLetterConfig(keep, maxPerSender, STRANGER_ROWS, maxRows, 10_000),
                clock);
    }

    @Test
    void a_file_of_a_newer_version_is_refused_with_both_versions_named(@TempDir Path folder) throws Exception {
        open(folder, Clock.systemUTC(), Duration.ofDays(1), 10, 100).close();
        Path file = folder.resolve("dead-letters.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            SqliteFiles.setFormat(connection, 7);
        }
        assertThatThrownBy(() -> open(folder, Clock.systemUTC(), Duration.ofDays(1), 10, 100))
                .isInstanceOf(NewerFormatException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("\"7\"")
                .hasMessageContaining("up to 1");
    }

    @Test
    void one_that_floods_waits_for_itself_and_all_of_it_is_counted(@TempDir Path folder) throws Exception {
        try (DeadLetters letters =
                SqliteDeadLetters.open(folder.resolve("flood.sqlite"), DeadLetterConfig.defaults(), CLOCK)) {
            List<DeadLetter> flood = IntStream.range(0, 2_000)
                    .mapToObj(n -> letter("flooder", "made-up-" + n))
                    .toList();
            CompletableFuture<Void> flooded = letters.append(flood).toCompletableFuture();
            // On the writer's own thread, before it goes on.
            CompletableFuture<Boolean> floodedBefore = letters.append(List.of(letter("honest", "m1")))
                    .thenApply(nothing -> flooded.isDone())
                    .toCompletableFuture();
            assertThat(floodedBefore.get()).isFalse();
            flooded.join();
            assertThat(letters.counts()).containsEntry(RejectReason.UNKNOWN_DEVICE, 2_001L);
            assertThat(letters.newestOf("honest")).isPresent();
            assertThat(letters.rows(null, RejectReason.UNKNOWN_DEVICE)).isEqualTo(201);
        }
    }

    private static DeadLetter letter(String sender, String device) {
        return new DeadLetter(
                Door.MQTT,
                sender,
                device,
                "kwh",
                RejectReason.UNKNOWN_DEVICE,
                Bilingual.same("no device"),
                "{}",
                CLOCK.millis());
    }

    @Test
    void refused_sign_ins_of_an_older_file_count_as_of_strangers(@TempDir Path old) throws Exception {
        Path file = old.resolve("old.sqlite");
        writeFirstVersion(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = connection.createStatement()) {
            s.execute("INSERT INTO letter VALUES (42, 'mqtt', 'm', 'm', '', 'bad-credentials', 'wrong password', '', "
                    + CLOCK.millis() + ", " + CLOCK.millis() + ", 1)");
        }
        try (DeadLetters letters = SqliteDeadLetters.open(file, DeadLetterConfig.defaults(), CLOCK)) {
            assertThat(letters.list(null, null, null, 10))
                    .extracting(row -> row.letter().stranger())
                    .containsExactly(true, false);
        }
    }

    @Test
    void a_file_without_chinese_details_is_upgraded_and_shows_english(@TempDir Path old) throws Exception {
        Path file = old.resolve("old.sqlite");
        writeFirstVersion(file);
        for (int opening = 0; opening < 2; opening++) {
            try (DeadLetters letters = SqliteDeadLetters.open(file, DeadLetterConfig.defaults(), CLOCK)) {
                append(letters, new Bilingual("新的", "new " + opening));
                List<DeadLetters.StoredDeadLetter> rows = letters.list(null, null, null, 10);
                assertThat(rows).hasSize(2 + opening);
                assertThat(rows.get(0).letter().detail()).isEqualTo(new Bilingual("新的", "new " + opening));
                assertThat(rows.get(1 + opening).letter().detail()).isEqualTo(Bilingual.same("no point"));
                assertThat(rows.get(1 + opening).count()).isEqualTo(7);
            }
        }
    }

    @Test
    void the_rows_of_a_sender_are_counted_in_an_index_also_in_an_older_file(@TempDir Path old) throws Exception {
        Path file = old.resolve("old.sqlite");
        writeFirstVersion(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = connection.createStatement()) {
            s.execute("CREATE INDEX letter_sender ON letter (sender, id)");
        }
        SqliteDeadLetters.open(file, DeadLetterConfig.defaults(), CLOCK).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement s = connection.prepareStatement("EXPLAIN QUERY PLAN " + DeadLetterTable.ROWS_OF)) {
            s.setString(1, "m");
            s.setInt(2, 1);
            try (ResultSet plan = s.executeQuery()) {
                assertThat(plan.getString("detail"))
                        .contains("COVERING INDEX letter_sender_stranger (sender=? AND stranger=?)");
            }
        }
    }

    private static void append(DeadLetters letters, Bilingual detail) {
        letters.append(List.of(
                        new DeadLetter(Door.MQTT, "m", "m", "k", RejectReason.MALFORMED, detail, "{}", CLOCK.millis())))
                .toCompletableFuture()
                .join();
    }

    /** The table as it was created before sentences were kept in two languages. */
    private static void writeFirstVersion(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = connection.createStatement()) {
            s.execute("CREATE TABLE letter (id BIGINT NOT NULL PRIMARY KEY, door TEXT NOT NULL, sender TEXT NOT NULL,"
                    + " device_id TEXT NOT NULL, key TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL,"
                    + " excerpt TEXT NOT NULL, arrival_ms BIGINT NOT NULL, first_ms BIGINT NOT NULL,"
                    + " count BIGINT NOT NULL)");
            s.execute("INSERT INTO letter VALUES (41, 'mqtt', 'm', 'm', 'k', 'unknown-key', 'no point', '{}', "
                    + CLOCK.millis() + ", " + CLOCK.millis() + ", 7)");
        }
    }
}
