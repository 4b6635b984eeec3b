package io.greenpark.store.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.quarantine.QuarantineContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteQuarantineTest extends QuarantineContract {
    private static SqliteDeadLetters file(Path dir, Clock clock) {
        return SqliteDeadLetters.open(
                dir.resolve("dead-letters.db"),
                DeadLetterConfig.defaults(),
                new QuarantineConfig(KEEP, DEVICES, KEYS, READINGS, ALL_READINGS),
                clock);
    }

    @Override
    protected Opened open(Path dir, Clock clock) {
        SqliteDeadLetters letters = file(dir, clock);
        return new Opened() {
            @Override
            public Quarantine quarantine() {
                return letters.quarantine();
            }

            @Override
            public DeadLetters letters() {
                return letters;
            }

            @Override
            public void close() {
                letters.close();
            }
        };
    }

    @Test
    void a_file_of_before_gets_the_tables_and_keeps_its_letters(@TempDir Path old) throws Exception {
        file(old, Clock.systemUTC()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old.resolve("dead-letters.db"));
                Statement s = connection.createStatement()) {
            for (String table : new String[] {"kept_device", "kept_key", "kept_reading", "kept_overflow"}) {
                s.execute("DROP TABLE " + table);
            }
            s.execute("INSERT INTO refusal VALUES ('unknown-key', 7)");
        }
        try (SqliteDeadLetters letters = file(old, Clock.systemUTC())) {
            assertThat(letters.quarantine().devices()).isEmpty();
            assertThat(letters.counts()).hasSize(1);
        }
    }

    @Test
    void what_is_asked_for_every_value_is_answered_by_an_index(@TempDir Path dir) throws Exception {
        file(dir, Clock.systemUTC()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("dead-letters.db"));
                PreparedStatement s =
                        connection.prepareStatement("EXPLAIN QUERY PLAN " + QuarantineTable.NEWEST_OF_TIME)) {
            s.setLong(1, 1);
            s.setLong(2, 1);
            try (ResultSet plan = s.executeQuery()) {
                assertThat(plan.getString("detail")).contains("kept_reading_key (key_id=? AND time_ms=?)");
            }
        }
    }
}
