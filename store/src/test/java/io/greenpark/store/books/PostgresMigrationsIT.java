package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;

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
    void killed_after_any_statement_the_next_start_finishes_the_upgrade() throws Exception {
        for (int statement : new int[] {1, 3, 12, 25}) {
            assertThat(MigrationVictim.run(server, statement)).isEqualTo(MigrationVictim.KILLED);
        }
        try (Books books = PostgresBooks.open(server, BooksConfig.defaults())) {
            assertThat(number(books, "SELECT count(*) AS n FROM mark_counter")).isOne();
            assertThat(number(books, "SELECT max(CAST(version AS INTEGER)) AS n FROM flyway_schema_history"))
                    .isEqualTo(Long.parseLong(BooksSchema.latest()));
        }
    }

    private static long number(Books books, String query) {
        return books.<Long, RuntimeException>read(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
