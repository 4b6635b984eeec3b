package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.Await;
import io.greenpark.park.log.StaleReaderException;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.ReadingStore.Change;
import io.greenpark.park.reading.ReadingStore.Touched;
import io.greenpark.park.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Extend this with a {@link #kind} to show that a database keeps the promises of {@link Books}. */
abstract class BooksContract {
    private static final Set<Mark.Kind> ALERT = Set.of(Mark.Kind.ALERT);

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    abstract BooksKind kind();

    private static Reading reading(String point, long timeMs, double value) {
        return new Reading("e", "d", "k", point, value, Unit.KWH, Flag.NORMAL, timeMs, timeMs + 1, Door.MQTT);
    }

    private static List<Touched> put(BooksTx tx, String point, long timeMs, double value, long offset) {
        return tx.readings().put(List.of(reading(point, timeMs, value)), new Position(0, offset));
    }

    private static long count(Books books) {
        return books.<Long, RuntimeException>write(tx -> tx.readings().count());
    }

    private static double latest(Books books, String point) {
        return books.<Double, RuntimeException>read(handle ->
                books.ports(handle).readings().latest(point).orElseThrow().value());
    }

    @Test
    void a_committed_transaction_survives_a_restart() {
        Books books = fixture.books();
        List<Touched> touched = books.write(tx -> put(tx, "p", 1000, 3.17, 1));
        assertThat(touched).containsExactly(new Touched("p", 1000, Change.NEW));
        assertThat(latest(fixture.reopen(), "p")).isEqualTo(3.17);
    }

    @Test
    void a_transaction_that_throws_is_rolled_back() {
        Books books = fixture.books();
        assertThatThrownBy(() -> books.write(tx -> {
                    put(tx, "p", 1000, 1, 1);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(count(books)).isZero();
        books.write(tx -> put(tx, "p", 1000, 2, 1));
        assertThat(latest(books, "p")).isEqualTo(2);
    }

    @Test
    void a_failed_statement_rolls_back_and_the_next_transaction_works() {
        Books books = fixture.books();
        assertThatThrownBy(() -> books.write(tx -> {
                    put(tx, "p", 1000, 1, 1);
                    return tx.handle().execute("INSERT INTO mark_counter (id, version) VALUES (1, 7)");
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(count(books)).isZero();
        books.write(tx -> put(tx, "p", 1000, 2, 1));
        assertThat(count(books)).isEqualTo(1);
    }

    @Test
    void a_reader_sees_one_consistent_view_and_cannot_write() {
        Books books = fixture.books();
        books.read(handle -> {
            long before = books.ports(handle).readings().count();
            books.write(tx -> put(tx, "p", 1000, 1, 1));
            assertThat(books.ports(handle).readings().count()).isEqualTo(before);
            return null;
        });
        assertThatThrownBy(() -> books.read(handle -> handle.execute("DELETE FROM mark")))
                .hasMessageMatching("(?s).*read-?only.*");
    }

    @Test
    void a_read_inside_a_write_sees_the_last_commit() {
        Books books = fixture.books();
        books.write(tx -> put(tx, "p", 1000, 1, 1));
        books.write(tx -> {
            put(tx, "p", 2000, 2, 2);
            assertThat(latest(books, "p")).isEqualTo(1);
            assertThat(tx.readings().latest("p").orElseThrow().value()).isEqualTo(2);
            return null;
        });
        assertThat(latest(books, "p")).isEqualTo(2);
    }

    @Test
    void a_write_inside_a_write_is_refused_and_rolls_back_the_outer() {
        Books books = fixture.books();
        assertThatThrownBy(() -> books.write(tx -> {
                    put(tx, "p", 1000, 1, 1);
                    return books.write(inner -> 1);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a write");
        assertThat(count(books)).isZero();
    }

    @Test
    void the_second_of_two_owners_of_a_partition_is_refused() {
        Books books = fixture.books();
        long first = books.<Long, RuntimeException>write(tx -> tx.positions().takeOver("r", 0));
        long second = books.<Long, RuntimeException>write(tx -> tx.positions().takeOver("r", 0));
        subscribe(books);
        books.write(tx -> {
            put(tx, "young", 1000, 1, 10);
            tx.positions().commit("r", new Position(0, 0), new Position(0, 10), second);
            return null;
        });
        for (long from : new long[] {0, 10}) {
            assertThatThrownBy(() -> books.write(tx -> {
                        put(tx, "old", 1000, 2, 20);
                        tx.marks().mark(Mark.Kind.ALERT, "case", 0);
                        tx.positions().commit("r", new Position(0, from), new Position(0, 20), first);
                        return null;
                    }))
                    .isInstanceOf(StaleReaderException.class);
        }
        assertThat(count(books)).isEqualTo(1);
        assertThat(books.<Long, RuntimeException>write(tx -> tx.marks().count("c")))
                .isZero();
        assertThat(books.<Position, RuntimeException>write(tx -> tx.positions().get("r", 0)))
                .isEqualTo(new Position(0, 10));
    }

    private static void subscribe(Books books) {
        books.write(tx -> {
            tx.marks().subscribe("c", ALERT);
            return null;
        });
    }

    @Test
    void writers_on_many_threads_lose_nothing() throws Exception {
        Books books = fixture.books();
        subscribe(books);
        var pool = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            int thread = t;
            running.add(pool.submit(() -> {
                for (int i = 0; i < 25; i++) {
                    int n = thread * 25 + i;
                    books.write(tx -> {
                        long at = tx.positions().get("r", 0).offset();
                        put(tx, "point-" + n, 1000, n, at + 1);
                        put(tx, "shared", 1000, n, at + 1);
                        tx.marks().mark(Mark.Kind.ALERT, "case-" + n, 0);
                        tx.positions().commit("r", new Position(0, at), new Position(0, at + 1), 0);
                        return null;
                    });
                }
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        pool.shutdown();
        assertThat(books.<Position, RuntimeException>write(tx -> tx.positions().get("r", 0)))
                .isEqualTo(new Position(0, 200));
        assertThat(books.<Long, RuntimeException>write(tx -> tx.marks().count("c")))
                .isEqualTo(200);
        assertThat(count(books)).isEqualTo(201);
        Books again = fixture.reopen();
        for (int n = 0; n < 200; n++) {
            assertThat(latest(again, "point-" + n)).isEqualTo(n);
        }
    }

    @Test
    void closing_waits_for_the_running_write_and_refuses_later_ones() {
        Books books = fixture.books();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<List<Touched>> writing = CompletableFuture.supplyAsync(() -> books.write(tx -> {
            inside.countDown();
            await(finish);
            return put(tx, "p", 1000, 1, 1);
        }));
        await(inside);
        Thread closing = new Thread(books::close);
        closing.start();
        Await.until("closing waits", () -> closing.getState() == Thread.State.WAITING);
        finish.countDown();
        assertThat(writing.join()).hasSize(1);
        Await.until("the books are closed", () -> !closing.isAlive());
        assertThatThrownBy(() -> books.write(tx -> 1)).hasMessageContaining("closed");
        assertThatThrownBy(() -> books.read(handle -> 1)).hasMessageContaining("closed");
        assertThat(latest(fixture.reopen(), "p")).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_statement_that_failed_or_was_rolled_back_works_again() {
        Books books = fixture.books();
        String insert = "INSERT INTO reader_position (reader, part, pos, epoch) VALUES (?, 0, ?, 0)";
        books.write(tx -> tx.handle().execute(insert, "r", 1));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> books.write(tx -> tx.handle().execute(insert, "r", 2)))
                    .isInstanceOf(JdbiException.class);
        }
        books.write(tx -> tx.handle().execute(insert, "s", 3));
        assertThat(positions(books)).containsExactly(1L, 3L);
    }

    @Test
    void a_query_may_be_open_twice_and_sees_the_newest_commit() {
        Books books = fixture.books();
        String query = "SELECT pos FROM reader_position WHERE reader = :reader";
        books.write(
                tx -> tx.handle()
                        .execute(
                                "INSERT INTO reader_position (reader, part, pos, epoch) VALUES ('r', 0, 1, 0), ('s', 0, 2, 0)"));
        for (long pos = 1; pos < 4; pos++) {
            long now = pos;
            books.write(tx -> tx.handle().execute("UPDATE reader_position SET pos = ? WHERE reader = 'r'", now));
            List<Long> both = books.read(handle -> handle.createQuery(query)
                    .bind("reader", "r")
                    .map((row, context) -> row.getLong(1)
                            + handle.createQuery(query)
                                    .bind("reader", "s")
                                    .mapTo(Long.class)
                                    .one())
                    .list());
            assertThat(both).containsExactly(now + 2);
        }
    }

    private static List<Long> positions(Books books) {
        return books.read(handle -> handle.createQuery("SELECT pos FROM reader_position ORDER BY reader")
                .mapTo(Long.class)
                .list());
    }
}
