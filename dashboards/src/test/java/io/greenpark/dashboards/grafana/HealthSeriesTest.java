package io.greenpark.dashboards.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleOperations;
import io.greenpark.operations.series.HealthSeries;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.Mark;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.series.SeriesPoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was seen is there for an InfluxDB that comes back; what no process saw is missing. */
class HealthSeriesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:20:00Z");

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private final SampleOperations operations = new SampleOperations(
            Clock.fixed(NOW, ZoneOffset.UTC),
            List.of(new LoopStatus("accounting", 3, null, null)),
            List.of(),
            List.of());

    private List<SeriesPoint> points(HealthSeries series, List<Mark> marks) {
        return fixture.books().<List<SeriesPoint>, RuntimeException>read(handle -> series.points(handle, marks));
    }

    @Test
    void an_influxdb_that_was_away_for_hours_gets_what_was_seen_then() {
        HealthSeries series = new HealthSeries(operations::snapshot, "https://greenpark.example");
        List<Mark> then = series.due(NOW, NOW);
        for (int i = 1; i < 36; i++) {
            Instant later = NOW.plus(Duration.ofMinutes(10L * i));
            series.due(later, later);
        }
        assertThat(points(series, then))
                .allSatisfy(p -> assertThat(p.timeMs()).isEqualTo(NOW.toEpochMilli()))
                .anySatisfy(p -> assertThat(p.fields()).containsEntry("console_url", "https://greenpark.example"))
                .anySatisfy(p -> {
                    assertThat(p.tags()).containsEntry("name", "accounting");
                    assertThat(p.fields()).containsEntry("lag", 3L).containsEntry("failing", 0L);
                });
    }

    @Test
    void another_process_knows_nothing_of_what_one_before_it_saw() {
        List<Mark> then = new HealthSeries(operations::snapshot, "").due(NOW, NOW);
        assertThat(then).hasSize(1);
        assertThat(points(new HealthSeries(() -> null, ""), then)).isEmpty();
        assertThat(new HealthSeries(() -> null, "").due(NOW, NOW)).isEmpty();
    }
}
