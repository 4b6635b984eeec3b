package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.Await;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.unit.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompactionLoopTest {
    private static final Instant NOW = Instant.parse("2018-03-10T04:00:00Z");

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private void putDays(int days) {
        List<Reading> readings = new ArrayList<>();
        for (int hour = 0; hour < 24 * days; hour++) {
            long time = NOW.minus(Duration.ofHours(hour)).toEpochMilli();
            for (String point : List.of("a", "b", "c")) {
                readings.add(new Reading("e", "d", "k", point, hour, Unit.KWH, Flag.NORMAL, time, time, Door.MQTT));
            }
        }
        fixture.books().write(tx -> tx.readings().put(readings, new Position(0, readings.size())));
    }

    private long number(String sql) {
        return fixture.books()
                .<Long, RuntimeException>read(
                        h -> h.createQuery(sql).mapTo(Long.class).one());
    }

    @Test
    void closed_days_are_compacted_and_recent_ones_stay_hot() {
        putDays(8);
        BooksConfig config = new BooksConfig(null, 2, 3, Duration.ofMinutes(1));
        try (CompactionLoop loop = CompactionLoop.create(fixture.books(), config, Clock.fixed(NOW, ZoneOffset.UTC))
                .start()) {
            long midnight = Instant.parse("2018-03-07T16:00:00Z").toEpochMilli();
            Await.until(
                    "closed days are compacted",
                    () -> number("SELECT count(*) AS n FROM reading_hot WHERE time_ms < " + midnight) == 0);
            assertThat(number("SELECT count(*) AS n FROM reading_hot WHERE time_ms >= " + midnight))
                    .isPositive();
            assertThat(loop.status().failure()).isNull();
        }
        assertThat(fixture.books()
                        .<Long, RuntimeException>write(tx -> tx.readings().count()))
                .isEqualTo(8 * 24 * 3);
    }

    @Test
    void a_day_that_changes_meanwhile_is_compacted_later() {
        putDays(6);
        Books books = fixture.books();
        List<Compaction.PointDay> plan = books.<List<Compaction.PointDay>, RuntimeException>read(
                h -> ((SqlPorts) books.ports(h)).readings().planCompaction(NOW.toEpochMilli(), 10, 1_000));
        long time = plan.get(0).samples().get(0).timeMs();
        books.write(tx -> tx.readings()
                .put(
                        List.of(new Reading("e", "d", "k", "a", -1, Unit.KWH, Flag.NORMAL, time, time, Door.MQTT)),
                        new Position(0, 10_000)));
        assertThatThrownBy(() -> books.write(tx -> {
                    ((SqlPorts) tx).readings().applyCompaction(plan);
                    return null;
                }))
                .isInstanceOf(Compaction.StalePlanException.class);
        assertThat(books.<Double, RuntimeException>write(
                        tx -> tx.readings().range("a", time, time + 1).get(0).value()))
                .isEqualTo(-1);
        assertThat(books.<Long, RuntimeException>write(tx -> tx.readings().count()))
                .isEqualTo(6 * 24 * 3);
    }
}
