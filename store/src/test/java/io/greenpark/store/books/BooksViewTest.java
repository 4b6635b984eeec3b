package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.unit.Unit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looking into the books while the fixture has them, as another process would. */
class BooksViewTest {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private long standing() {
        return BooksView.read(fixture.folder(), fixture.place().config(), BooksViewTest::position);
    }

    private static long position(Handle handle) {
        return handle.createQuery("SELECT pos FROM reader_position WHERE reader = 'r'")
                .mapTo(Long.class)
                .one();
    }

    private void execute(String sql) {
        fixture.books().<Integer, RuntimeException>write(tx -> tx.handle().execute(sql));
    }

    @Test
    void books_are_read_beside_the_process_that_has_them() {
        execute("INSERT INTO reader_position (reader, part, pos, epoch) VALUES ('r', 0, 7, 0)");
        assertThat(standing()).isEqualTo(7);
        execute("UPDATE reader_position SET pos = 8 WHERE reader = 'r'");
        assertThat(standing()).isEqualTo(8);
    }

    @Test
    void books_of_another_schema_are_left_as_they_are() {
        execute("UPDATE flyway_schema_history SET version = '9000' WHERE version = '" + BooksSchema.latest() + "'");
        assertThatThrownBy(this::standing)
                .isInstanceOf(BooksException.class)
                .hasMessageContaining("schema version \"9000\"")
                .hasMessageContaining("use the Greenpark that runs there");
        assertThat(fixture.books().<Integer, RuntimeException>read(handle -> handle.createQuery(
                                "SELECT count(*) AS n FROM flyway_schema_history WHERE version = '9000'")
                        .mapTo(Integer.class)
                        .one()))
                .isOne();
    }

    @Test
    void the_set_of_readings_is_read_as_well() {
        Reading reading = new Reading("e", "d", "k", "p", 12.5, Unit.KWH, Flag.NORMAL, 60_000, 61_000, Door.MQTT);
        fixture.books().write(tx -> tx.readings().put(List.of(reading), new Position(0, 1)));
        List<Sample> seen = BooksView.read(
                fixture.folder(),
                fixture.place().config(),
                handle -> BooksView.readings(handle, readings -> readings.range("p", Long.MIN_VALUE, Long.MAX_VALUE)));
        assertThat(seen).containsExactly(new Sample(60_000, 12.5, Flag.NORMAL, 61_000));
    }

    @Test
    void nothing_can_be_written() {
        assertThatThrownBy(() -> BooksView.read(
                        fixture.folder(),
                        fixture.place().config(),
                        handle -> handle.execute("DELETE FROM reader_position")))
                .isInstanceOf(BooksException.class)
                .hasCauseInstanceOf(UnableToExecuteStatementException.class);
    }

    @Test
    void a_folder_without_books_is_refused_and_left_unchanged() {
        assertThatThrownBy(() -> BooksView.read(
                        fixture.folder().resolve("none"), BooksConfig.defaults(), BooksViewTest::position))
                .isInstanceOf(BooksException.class)
                .hasMessageContaining("name the data folder of an installation");
        assertThat(fixture.folder().resolve("none")).doesNotExist();
    }
}
