package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.greenpark.park.live.PointSign;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.unit.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When the newest data time of a point was moved on. */
class PointSignsTest {
    private static final long MIN = 60_000;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private static Reading reading(String point, long time, long arrival) {
        return new Reading("e", "d", "k", point, 1, Unit.KWH, Flag.NORMAL, time * MIN, arrival * MIN, Door.MQTT);
    }

    private void observe(Reading... readings) {
        fixture.books().<Boolean, RuntimeException>write(tx -> {
            tx.live().observe(List.of(readings));
            return true;
        });
    }

    private List<PointSign> points() {
        return fixture.books()
                .<List<PointSign>, RuntimeException>read(
                        h -> fixture.books().ports(h).live().points());
    }

    @Test
    void old_data_sent_again_move_nothing() {
        observe(reading("p", 10, 11));
        observe(reading("p", 10, 20), reading("p", 9, 21));
        assertThat(points()).containsExactly(new PointSign("p", "d", 21 * MIN, 10 * MIN, 11 * MIN));
        observe(reading("p", 12, 22));
        assertThat(points()).containsExactly(new PointSign("p", "d", 22 * MIN, 12 * MIN, 22 * MIN));
    }

    @Test
    void the_same_batch_again_changes_nothing() {
        observe(reading("p", 10, 11), reading("q", 5, 11));
        List<PointSign> once = points();
        observe(reading("p", 10, 11), reading("q", 5, 11));
        assertThat(points()).isEqualTo(once);
    }

    @Test
    void of_a_device_heard_before_it_was_watched_nothing_is_known_until_its_data_move() {
        fixture.books().<Boolean, RuntimeException>write(tx -> {
            tx.handle()
                    .execute("INSERT INTO live_device (device, arrival_ms, time_ms, door) VALUES ('d', 1, 1, 'mqtt')");
            return true;
        });
        observe(reading("p", 10, 100));
        assertThat(points().get(0).movedMs()).isNull();
        observe(reading("p", 10, 200));
        assertThat(points().get(0).movedMs()).isNull();
        observe(reading("p", 201, 202));
        assertThat(points().get(0).movedMs()).isEqualTo(202 * MIN);
    }

    @Test
    void what_says_nothing_new_is_not_asked_of_the_database() {
        observe(reading("p", 10, 10));
        forge();
        observe(reading("p", 10, 10), reading("p", 9, 10));
        assertThat(points().get(0).timeMs()).isEqualTo(1);
        observe(reading("p", 11, 11));
        assertThat(points()).containsExactly(new PointSign("p", "d", 11 * MIN, 11 * MIN, 11 * MIN));
    }

    @Test
    void what_was_rolled_back_is_said_again() {
        assertThatIllegalStateException().isThrownBy(() -> fixture.books().<Boolean, RuntimeException>write(tx -> {
            tx.live().observe(List.of(reading("p", 10, 10)));
            throw new IllegalStateException("rolled back");
        }));
        observe(reading("p", 10, 10));
        assertThat(points()).hasSize(1);
    }

    @Test
    void news_of_less_than_a_minute_is_left_until_it_adds_up_to_one() {
        observe(reading("p", 10, 10));
        for (int n = 1; n <= 6; n++) {
            long ms = 10 * MIN + n * 10_000;
            observe(new Reading("e", "d", "k", "p", 1, Unit.KWH, Flag.NORMAL, ms, ms, Door.MQTT));
            assertThat(points().get(0).timeMs()).isEqualTo(n < 6 ? 10 * MIN : 11 * MIN);
        }
    }

    /** Sets the row back behind the back of the books. */
    private void forge() {
        fixture.books()
                .<Integer, RuntimeException>write(tx -> tx.handle().execute("UPDATE live_point SET time_ms = 1"));
    }
}
