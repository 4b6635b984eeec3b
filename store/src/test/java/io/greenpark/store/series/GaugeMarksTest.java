package io.greenpark.store.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.Mark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hours are marked while the clock goes on, and those of the last week at a start. */
class GaugeMarksTest {
    private static final Registry REGISTRY = new Registry(new Registry.Facts(
            District.of("district"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private Instant now = Instant.parse("2026-11-30T12:20:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    /** Hours of the district. */
    private static final class Hours implements GaugeSeries {
        @Override
        public Set<Mark.Kind> kinds() {
            return Set.of(Mark.Kind.CASE_HOUR);
        }

        @Override
        public List<Mark> due(Instant since, Instant now) {
            return Areas.periods(REGISTRY, Mark.Kind.CASE_HOUR, Step.HOUR, since, now);
        }

        @Override
        public List<String> subjects(Handle handle, Mark.Kind kind) {
            return List.of("district");
        }

        @Override
        public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
            return List.of();
        }

        @Override
        public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
            return List.of();
        }
    }

    private GaugeMarks marks() {
        return new GaugeMarks(fixture.books(), List.of(new Hours()), clock);
    }

    /** The starts that are marked, which then are no more. */
    private List<Instant> taken() {
        List<Mark> pending = new ArrayList<>();
        fixture.books().<Boolean, RuntimeException>write(tx -> {
            pending.addAll(tx.marks().pending("influx", Set.of(Mark.Kind.CASE_HOUR), 1_000));
            tx.marks().done("influx", pending);
            return true;
        });
        return pending.stream()
                .map(m -> Instant.ofEpochMilli(m.startMs()))
                .sorted()
                .toList();
    }

    @Test
    void the_hour_under_way_is_marked_again_and_an_hour_that_ended_once_more() {
        fixture.books().<Boolean, RuntimeException>write(tx -> {
            tx.marks().subscribe("influx", Set.of(Mark.Kind.CASE_HOUR));
            return true;
        });
        GaugeMarks marks = marks();
        marks.step();
        assertThat(taken())
                .as("a week and the hour under way")
                .hasSize(7 * 24 + 1)
                .last()
                .isEqualTo(Instant.parse("2026-11-30T12:00:00Z"));
        now = now.plus(Duration.ofMinutes(2));
        marks.step();
        assertThat(taken()).containsExactly(Instant.parse("2026-11-30T12:00:00Z"));
        now = Instant.parse("2026-11-30T13:01:00Z");
        marks.step();
        assertThat(taken())
                .containsExactly(Instant.parse("2026-11-30T12:00:00Z"), Instant.parse("2026-11-30T13:00:00Z"));
        now = Instant.parse("2026-11-30T20:01:00Z");
        marks().step();
        assertThat(taken()).as("of another process").hasSize(7 * 24 + 1);
    }

    @Test
    void where_nobody_writes_to_influxdb_nothing_is_marked() {
        marks().step();
        assertThat(taken()).isEmpty();
    }
}
