package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.store.sqlite.NewerFormatException;
import io.greenpark.store.sqlite.SqliteFiles;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an upgrade that is killed does to books at a server. */
class PostgresMigrationsIT {
    private final BooksServer server = PostgresServer.shared().emptyDatabase();

    @AfterEach
    void drop() {
        PostgresServer.shared().drop(server);
    }

    @Test
    void an_upgrade_killed_after_any_statement_is_finished_by_the_next_start() throws Exception {
        for (int statement : new int[] {1, 3, 12, 25}) {
            assertThat(MigrationVictim.run(server, statement)).isEqualTo(MigrationVictim.KILLED);
        }
        try (Books books = PostgresBooks.open(server, BooksConfig.defaults())) {
            assertThat(number(books, "SELECT count(*) AS n FROM mark_counter")).isOne();
            assertThat(number(books, "SELECT max(CAST(version AS INTEGER)) AS n FROM flyway_schema_history"))
                    .isEqualTo(Long.parseLong(BooksSchema.latest()));
        }
    }

    @Test
    void books_of_a_newer_version_are_refused_unchanged() throws Exception {
        PostgresBooks.open(server, BooksConfig.defaults()).close();
        execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) VALUES (900, '9000', 'of the future', 'SQL', 'V9000.sql', 1, '',"
                + " 0, true)");
        long term = term();
        assertThatThrownBy(() -> PostgresBooks.open(server, BooksConfig.defaults()))
                .isInstanceOf(NewerFormatException.class)
                .hasMessageStartingWith("books at \"" + server + "\" has schema version \"9000\"")
                .hasMessageContaining("up to " + BooksSchema.latest() + " and has changed nothing")
                .hasMessageContaining("greenpark restore");
        assertThat(term()).as("the books were not taken over").isEqualTo(term);
        execute("DELETE FROM flyway_schema_history WHERE version = '9000'");
        PostgresBooks.open(server, BooksConfig.defaults()).close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement s = connection.createStatement()) {
            s.execute(sql);
        }
    }

    private long term() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            return SqliteFiles.number(connection, "SELECT term FROM books_owner WHERE id = 1");
        }
    }

    private static long number(Books books, String query) {
        return books.<Long, RuntimeException>read(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
