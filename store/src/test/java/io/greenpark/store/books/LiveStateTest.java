package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.live.LiveState.Sign;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveStateTest {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private static Reading reading(String device, long timeMs, long arrivalMs, Door door) {
        return new Reading("e", device, "k", "p", 1, Unit.KWH, Flag.NORMAL, timeMs, arrivalMs, door);
    }

    private void observe(Reading... readings) {
        fixture.books().<Boolean, RuntimeException>write(tx -> {
            tx.live().observe(List.of(readings));
            return true;
        });
    }

    private Map<String, Sign> all() {
        return fixture.books()
                .<Map<String, Sign>, RuntimeException>read(
                        h -> fixture.books().ports(h).live().all());
    }

    private Optional<Sign> of(String device) {
        return fixture.books()
                .<Optional<Sign>, RuntimeException>read(
                        h -> fixture.books().ports(h).live().of(device));
    }

    @Test
    void a_device_that_backfills_old_data_is_alive() {
        observe(reading("a", 5_000, 6_000, Door.MQTT));
        observe(reading("a", 1_000, 9_000, Door.COAP));
        assertThat(all()).containsExactly(Map.entry("a", new Sign("a", 9_000, 1_000, Door.COAP)));
    }

    @Test
    void the_newest_time_of_the_newest_message_counts() {
        observe(
                reading("a", 2_000, 6_000, Door.MQTT),
                reading("a", 3_000, 6_000, Door.MQTT),
                reading("a", 8_000, 4_000, Door.MQTT),
                reading("b", 1, 2, Door.HTTP));
        assertThat(all().get("a")).isEqualTo(new Sign("a", 6_000, 3_000, Door.MQTT));
        assertThat(all()).hasSize(2);
    }

    @Test
    void repeated_and_older_batches_change_nothing() {
        observe(reading("a", 3_000, 6_000, Door.MQTT));
        observe(reading("a", 3_000, 6_000, Door.MQTT));
        observe(reading("a", 9_000, 5_999, Door.BROKER));
        assertThat(all().get("a")).isEqualTo(new Sign("a", 6_000, 3_000, Door.MQTT));
    }

    @Test
    void one_device_is_asked_for_by_itself() {
        observe(reading("a", 3_000, 6_000, Door.MQTT), reading("b", 1, 2, Door.HTTP));
        assertThat(of("b")).contains(new Sign("b", 2, 1, Door.HTTP));
        assertThat(of("c")).isEmpty();
    }
}
