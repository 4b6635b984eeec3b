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
}
