package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.log.Position;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.ReadingStore.Change;
import io.greenpark.park.reading.ReadingStore.Touched;
import io.greenpark.park.unit.Unit;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteBooksTest {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private static Reading reading(String point, long timeMs, double value) {
        return new Reading("e", "d", "k", point, value, Unit.KWH, Flag.NORMAL, timeMs, timeMs + 1, Door.MQTT);
    }

    @Test
    void what_a_transaction_wrote_is_there_after_a_restart() {
        Books books = fixture.books();
        List<Touched> touched =
                books.write(tx -> tx.readings().put(List.of(reading("p", 1000, 3.17)), new Position(0, 1)));
        assertThat(touched).containsExactly(new Touched("p", 1000, Change.NEW));
        Books again = fixture.reopen();
        assertThat(again.<Double, RuntimeException>read(handle ->
                        again.ports(handle).readings().latest("p").orElseThrow().value()))
                .isEqualTo(3.17);
    }

    @Test
    void a_transaction_that_throws_leaves_nothing_behind() {
        Books books = fixture.books();
        assertThatThrownBy(() -> books.write(tx -> {
                    tx.readings().put(List.of(reading("p", 1000, 1)), new Position(0, 1));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(books.<Long, RuntimeException>write(tx -> tx.readings().count()))
                .isZero();
        books.write(tx -> tx.readings().put(List.of(reading("p", 1000, 2)), new Position(0, 1)));
        assertThat(books.<Double, RuntimeException>write(
                        tx -> tx.readings().latest("p").orElseThrow().value()))
                .isEqualTo(2);
    }

    @Test
    void a_reader_sees_one_consistent_view_and_cannot_write() {
        Books books = fixture.books();
        books.read(handle -> {
            long before = books.ports(handle).readings().count();
            books.write(tx -> tx.readings().put(List.of(reading("p", 1000, 1)), new Position(0, 1)));
            assertThat(books.ports(handle).readings().count()).isEqualTo(before);
            return null;
        });
        assertThatThrownBy(() -> books.read(handle -> handle.execute("DELETE FROM mark")))
                .hasMessageContaining("readonly");
    }

    @Test
    void a_write_inside_a_write_is_refused() {
        Books books = fixture.books();
        assertThatThrownBy(() -> books.write(tx -> books.write(inner -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a write");
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
    void the_same_query_may_be_open_twice_and_sees_the_newest_commit_each_time() {
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
