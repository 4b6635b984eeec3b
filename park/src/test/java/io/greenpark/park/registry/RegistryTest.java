package io.greenpark.park.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    private static Point point(String id, @Nullable Instant endedAt) {
        PointFacts facts = new PointFacts(
                Instant.EPOCH,
                Unit.KWH,
                PointFacts.PointKind.REGISTER,
                Duration.ZERO,
                PointFacts.Stamp.END,
                Duration.ofMinutes(15),
                null,
                BigDecimal.ONE,
                false,
                null,
                null,
                false,
                ParkTime.SHANGHAI);
        return new Point(
                id, "d", "kwh", "mill", null, "electricity", Bilingual.same(id), List.of(facts), List.of(), endedAt);
    }

    static Registry registry(Point... points) {
        return new Registry(new Registry.Facts(
                District.of("district"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(points),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    private static String taking(Point... points) {
        return registry(points).pointsOfDevice("d").get("kwh").id();
    }

    @Test
    void of_points_of_one_key_the_one_in_use_takes_readings_wherever_it_stands() {
        assertThat(taking(point("ended", MAY), point("used", null))).isEqualTo("used");
        assertThat(taking(point("used", null), point("ended", MAY))).isEqualTo("used");
    }

    @Test
    void of_ended_points_the_one_that_ended_last_takes_late_readings() {
        assertThat(taking(point("june", JUNE), point("may", MAY))).isEqualTo("june");
        assertThat(taking(point("may", MAY), point("june", JUNE))).isEqualTo("june");
    }

    @Test
    void of_equals_the_later_in_the_list_takes_readings() {
        assertThat(taking(point("a", null), point("b", null))).isEqualTo("b");
        assertThat(taking(point("a", MAY), point("b", MAY))).isEqualTo("b");
    }
}
