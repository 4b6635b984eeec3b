package io.greenpark.store.deadletter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.deadletter.DeadLettersContract;
import io.greenpark.store.sqlite.NewerFormatException;
import io.greenpark.store.sqlite.SqliteFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeadLettersTest extends DeadLettersContract {
    @Override
    protected DeadLetters open(Path dir, Clock clock, Duration keep, int maxPerSender, int maxRows) {
        return SqliteDeadLetters.open(
                dir.resolve("dead-letters.sqlite"), new DeadLetterConfig(keep, maxPerSender, maxRows, 10_000), clock);
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
}
