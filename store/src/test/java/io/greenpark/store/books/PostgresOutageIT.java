package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.Await;
import io.greenpark.park.reading.Position;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A server that goes away and comes back, and one that was never fit. */
class PostgresOutageIT {
    private static final PostgresServer SERVER = PostgresServer.open();

    @AfterAll
    static void end() {
        SERVER.close();
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

    private static boolean works(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Test
    void calls_fail_while_the_server_is_away_and_succeed_afterwards() {
        try (Books books = PostgresBooks.open(SERVER.database(), BooksConfig.defaults())) {
            move(books, 0, 1);
            assertThat(standing(books)).isEqualTo(1);
            for (int n = 1; n <= 2; n++) {
                int at = n;
                SERVER.stop();
                assertThatThrownBy(() -> move(books, at, at + 1)).isInstanceOf(RuntimeException.class);
                for (int again = 0; again < 20; again++) {
                    assertThatThrownBy(() -> move(books, at, at + 1))
                            .isInstanceOf(BooksUnavailableException.class)
                            .hasMessageContaining("postgres://greenpark@127.0.0.1:" + SERVER.port())
                            .hasMessageNotContaining(PostgresServer.PASSWORD);
                    assertThatThrownBy(() -> standing(books)).isInstanceOf(RuntimeException.class);
                }
                SERVER.start();
                Await.until("the books can be read", () -> works(() -> standing(books)));
                Await.until("the books can be written", () -> works(() -> move(books, at, at + 1)));
                assertThat(standing(books)).isEqualTo(at + 1);
            }
        }
    }

    @Test
    void a_server_without_fsync_is_refused() {
        try (PostgresServer unsafe = PostgresServer.open("fsync = off")) {
            assertThatThrownBy(() -> PostgresBooks.open(unsafe.emptyDatabase(), BooksConfig.defaults()))
                    .isInstanceOf(BooksException.class)
                    .hasMessageContaining("fsync = off");
        }
    }

    @Test
    void an_absent_server_is_named_without_the_password() {
        PostgresServer gone = PostgresServer.open();
        BooksServer address = gone.at("greenpark");
        gone.close();
        assertThatThrownBy(() -> PostgresBooks.open(address, BooksConfig.defaults()))
                .isInstanceOf(BooksUnavailableException.class)
                .hasMessageContaining("postgres://greenpark@127.0.0.1:" + gone.port() + "/greenpark")
                .hasMessageContaining("books.url")
                .hasMessageNotContaining(PostgresServer.PASSWORD);
    }
}
