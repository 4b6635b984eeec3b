package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.Await;
import io.greenpark.park.log.StaleReaderException;
import io.greenpark.park.reading.Position;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What only a server can do: refuse, be unfit, be shared with another process. */
class PostgresBooksIT {
    private static final Duration SOON = Duration.ofMillis(200);
    private final BooksServer server = PostgresServer.shared().database();

    private static PostgresBooks open(BooksServer server) {
        return PostgresBooks.open(server, BooksConfig.defaults(), SOON);
    }

    private static Handle foreign(BooksServer server) {
        return Jdbi.open(server.jdbcUrl(), PostgresServer.USER, PostgresServer.PASSWORD);
    }

    private static void move(Books books, long from, long to) {
        books.write(tx -> {
            tx.positions().commit("r", new Position(0, from), new Position(0, to), 0);
            return null;
        });
    }

    private static long standing(Books books) {
        return books.<Long, RuntimeException>read(
                h -> books.ports(h).positions().get("r", 0).offset());
    }

    @Test
    void a_second_process_is_refused_until_the_first_ends() {
        PostgresBooks first = open(server);
        assertThatThrownBy(() -> open(server))
                .isInstanceOf(BooksException.class)
                // A server in a container sees the engine's address.
                .hasMessageMatching("(?s).* is in use by another Greenpark process, connected from [0-9.]+ since .*")
                .hasMessageContaining(server.database());
        first.close();
        open(server).close();
    }

    @Test
    void installations_in_different_schemas_are_independent() {
        PostgresServer.shared().execute(server.database(), "CREATE SCHEMA north", "CREATE SCHEMA south");
        try (Books north = open(inSchema("north"));
                Books south = open(inSchema("south"))) {
            move(north, 0, 7);
            assertThat(standing(north)).isEqualTo(7);
            assertThat(standing(south)).isZero();
        }
    }

    private BooksServer inSchema(String schema) {
        return new BooksServer(
                server.hosts(), server.database(), Map.of("currentSchema", schema), server.user(), server.password());
    }

    @Test
    void a_cut_connection_fails_one_write_only() {
        try (Books books = open(server);
                Handle foreign = foreign(server)) {
            move(books, 0, 1);
            assertThatThrownBy(() -> books.write(tx -> {
                        tx.positions().commit("r", new Position(0, 1), new Position(0, 2), 0);
                        cutWriter(foreign);
                        return tx.positions().get("r", 0);
                    }))
                    .isInstanceOf(RuntimeException.class);
            assertThat(standing(books)).isEqualTo(1);
            move(books, 1, 2);
            assertThat(standing(books)).isEqualTo(2);
        }
    }

    private static void cutWriter(Handle foreign) {
        foreign.execute("SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
                + " WHERE l.locktype = 'advisory' AND a.datname = current_database()");
    }

    @Test
    void a_process_that_lost_the_books_to_another_writes_no_more() {
        try (Books books = open(server);
                Handle foreign = foreign(server)) {
            move(books, 0, 1);
            foreign.execute("UPDATE books_owner SET term = term + 1");
            cutWriter(foreign);
            assertThatThrownBy(() -> move(books, 1, 2)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> move(books, 1, 2))
                    .isInstanceOf(BooksException.class)
                    .hasMessageContaining("another process had")
                    .hasMessageContaining("writes no more");
            assertThat(standing(books)).isEqualTo(1);
        }
    }

    @Test
    void one_of_two_transactions_moving_a_reader_is_refused() {
        try (Books books = open(server);
                Handle one = foreign(server);
                Handle other = foreign(server)) {
            move(books, 0, 1);
            one.begin();
            positions(one).commit("r", new Position(0, 1), new Position(0, 5), 0);
            other.begin();
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(
                    () -> positions(other).commit("r", new Position(0, 1), new Position(0, 9), 0));
            try (Handle looking = foreign(server)) {
                Await.until("the other waits for the row", () -> waits(looking));
            }
            one.commit();
            assertThatThrownBy(waiting::join).hasCauseInstanceOf(StaleReaderException.class);
            other.rollback();
            assertThat(standing(books)).isEqualTo(5);
        }
    }

    private static boolean waits(Handle looking) {
        return looking.createQuery("SELECT count(*) AS n FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
                                + " WHERE NOT l.granted AND a.datname = current_database()")
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static SqlPositions positions(Handle handle) {
        return new SqlPositions(handle);
    }

    @Test
    void a_deadlocked_transaction_is_run_again() {
        try (Books books = open(server);
                Handle foreign = foreign(server)) {
            move(books, 0, 1);
            books.write(tx -> {
                tx.marks().subscribe("rules", Set.of(Mark.Kind.ALERT));
                return null;
            });
            foreign.begin();
            foreign.execute("SET LOCAL deadlock_timeout = '60s'");
            foreign.execute("UPDATE mark_counter SET version = version");
            AtomicInteger runs = new AtomicInteger();
            CompletableFuture<Integer> theirs = new CompletableFuture<>();
            books.write(tx -> {
                boolean first = runs.incrementAndGet() == 1;
                if (!first) {
                    theirs.join();
                }
                tx.positions().commit("r", new Position(0, 1), new Position(0, 2), 0);
                if (first) {
                    Thread crossing = new Thread(() -> {
                        int done = foreign.execute("UPDATE reader_position SET epoch = epoch");
                        foreign.rollback();
                        theirs.complete(done);
                    });
                    crossing.start();
                    try (Handle looking = foreign(server)) {
                        Await.until("the other waits", () -> waits(looking));
                    }
                }
                tx.marks().mark(Mark.Kind.ALERT, "case", 0);
                return null;
            });
            assertThat(theirs.join()).isEqualTo(1);
            assertThat(runs).hasValue(2);
            assertThat(standing(books)).isEqualTo(2);
        }
    }

    @Test
    void a_server_with_asynchronous_commit_is_refused() {
        PostgresServer.shared()
                .execute(server.database(), "ALTER DATABASE " + server.database() + " SET synchronous_commit = off");
        assertThatThrownBy(() -> open(server))
                .isInstanceOf(BooksException.class)
                .hasMessageContaining("synchronous_commit = off");
    }

    @Test
    void a_database_not_in_utf_8_is_refused() {
        PostgresServer.shared()
                .execute(
                        "postgres",
                        "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        assertThatThrownBy(() -> open(PostgresServer.shared().at("latin"))).hasMessageContaining("ENCODING 'UTF8'");
    }

    @Test
    void a_wrong_password_is_reported_without_showing_one() {
        BooksServer wrong =
                new BooksServer(server.hosts(), server.database(), Map.of(), server.user(), "not the password");
        assertThatThrownBy(() -> open(wrong))
                .isInstanceOf(BooksUnavailableException.class)
                .hasMessageContaining("password authentication failed")
                .hasMessageContaining("postgres://greenpark@127.0.0.1")
                .hasMessageNotContaining("not the password");
    }

    @Test
    void a_missing_right_to_create_tables_is_reported() {
        PostgresServer.shared().execute("postgres", "CREATE ROLE poor LOGIN PASSWORD 'poor'");
        BooksServer empty = PostgresServer.shared().emptyDatabase();
        BooksServer poor = new BooksServer(empty.hosts(), empty.database(), Map.of(), "poor", "poor");
        assertThatThrownBy(() -> open(poor))
                .hasMessageContaining("permission denied for schema public")
                .hasMessageContaining("owner of the database");
    }

    @Test
    void a_change_of_server_settings_leaves_a_session_durable() {
        try (Books books = open(server)) {
            PostgresServer.shared()
                    .execute("postgres", "ALTER SYSTEM SET synchronous_commit = off", "SELECT pg_reload_conf()");
            try (Handle looking = foreign(server)) {
                Await.until("the server has read its settings", () -> "off".equals(setting(looking)));
            }
            assertThat(books.<String, RuntimeException>write(tx -> setting(tx.handle())))
                    .isEqualTo("on");
        } finally {
            PostgresServer.shared()
                    .execute("postgres", "ALTER SYSTEM RESET synchronous_commit", "SELECT pg_reload_conf()");
        }
    }

    private static String setting(Handle handle) {
        return handle.createQuery("SELECT current_setting('synchronous_commit') AS s")
                .mapTo(String.class)
                .one();
    }
}
