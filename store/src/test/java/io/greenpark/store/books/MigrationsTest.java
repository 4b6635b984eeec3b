package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.store.sqlite.NewerFormatException;
import io.greenpark.store.sqlite.SqliteFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an upgrade does to the books, also one that is killed, and what going back by a version meets. */
class MigrationsTest {
    @TempDir
    private Path dir;

    private Path file() {
        return dir.resolve("books.db");
    }

    private void open() {
        SqliteBooks.open(file(), BooksConfig.defaults(), Clock.systemUTC()).close();
    }

    private long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            return SqliteFiles.number(connection, query);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement s = connection.createStatement()) {
            s.execute(sql);
        }
    }

    @Test
    void reopening_migrates_nothing() throws Exception {
        open();
        long migrations = number("SELECT count(*) FROM flyway_schema_history");
        open();
        assertThat(number("SELECT count(*) FROM flyway_schema_history")).isEqualTo(migrations);
    }

    @Test
    void an_upgrade_killed_after_any_statement_is_finished_by_the_next_start() throws Exception {
        for (int statement : new int[] {1, 3, 12, 25}) {
            assertThat(MigrationVictim.run(file(), statement)).isEqualTo(MigrationVictim.KILLED);
        }
        open();
        assertThat(number("SELECT count(*) FROM flyway_schema_history WHERE success = 0"))
                .isZero();
        assertThat(number("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history"))
                .isEqualTo(Long.parseLong(BooksSchema.latest()));
        assertThat(number("SELECT count(*) FROM mark_counter")).isOne();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertThat(SqliteFiles.number(
                            connection,
                            "SELECT count(*) FROM pragma_integrity_check WHERE" + " integrity_check <> 'ok'"))
                    .isZero();
        }
    }

    @Test
    void a_killed_migration_is_undone_as_a_whole() throws Exception {
        assertThat(MigrationVictim.run(file(), 3)).isEqualTo(MigrationVictim.KILLED);
        assertThat(number("SELECT count(*) FROM sqlite_master WHERE name LIKE 'reading%'"))
                .isZero();
    }

    @Test
    void books_of_a_newer_version_are_refused_unchanged() throws Exception {
        open();
        execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) VALUES (900, '9000', 'of the future', 'SQL', 'V9000.sql', 1, '',"
                + " 0, 1)");
        assertThatThrownBy(this::open)
                .isInstanceOf(NewerFormatException.class)
                .hasMessageContaining("\"9000\"")
                .hasMessageContaining("up to " + BooksSchema.latest())
                .hasMessageContaining("greenpark restore");
        assertThat(BooksSchema.isNewer("9000")).isTrue();
        assertThat(BooksSchema.isNewer(BooksSchema.latest())).isFalse();
        execute("DELETE FROM flyway_schema_history WHERE version = '9000'");
        open();
    }
}
