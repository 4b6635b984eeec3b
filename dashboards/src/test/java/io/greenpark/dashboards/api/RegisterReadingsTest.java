package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An amount can be checked by what the register showed: difference times ratio. */
class RegisterReadingsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-22T16:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    private final TreeMap<Long, Sample> samples = new TreeMap<>();
    private final RegisterReadings registers = new RegisterReadings(
            (point, timeMs) -> Optional.ofNullable(samples.lowerEntry(timeMs)).map(e -> e.getValue()),
            ParkTime.SHANGHAI);

    private static Point meter(boolean ratioApplied, Replacement... replacements) {
        PointFacts facts = new PointFacts(
                Instant.EPOCH,
                Unit.KWH,
                PointFacts.PointKind.REGISTER,
                Duration.ZERO,
                PointFacts.Stamp.END,
                Duration.ofHours(1),
                null,
                new BigDecimal("80"),
                ratioApplied,
                null,
                Carrier.ELECTRICITY,
                true,
                ParkTime.SHANGHAI);
        return new Point(
                "m",
                "d",
                "kwh",
                "e",
                null,
                "electricity",
                Bilingual.same("m"),
                List.of(facts),
                List.of(replacements),
                null);
    }

    private void reads(Instant at, double value) {
        samples.put(at.toEpochMilli(), new Sample(at.toEpochMilli(), value, Flag.NORMAL, at.toEpochMilli()));
    }

    @Test
    void the_reading_on_a_boundary_is_that_of_both_periods_and_the_difference_is_multiplied() {
        reads(MONDAY, 14_250);
        reads(TUESDAY, 15_890);
        JsonObject shown = registers.of(meter(false), MONDAY, TUESDAY);
        assertThat(shown.getJsonObject("opening").getString("time")).isEqualTo("2026-11-23T00:00:00+08:00");
        assertThat(new BigDecimal(shown.getJsonObject("closing").getString("value")))
                .isEqualByComparingTo("15890");
        assertThat(shown.getString("ratio")).isEqualTo("80");
        assertThat(new BigDecimal(shown.getString("amount"))).isEqualByComparingTo("131200");
        assertThat(shown.getBoolean("replaced")).isFalse();
    }

    @Test
    void a_ratio_that_the_gateway_applied_is_not_applied_again() {
        reads(MONDAY, 100);
        reads(TUESDAY, 180);
        assertThat(new BigDecimal(registers.of(meter(true), MONDAY, TUESDAY).getString("amount")))
                .isEqualByComparingTo("80");
    }

    @Test
    void what_came_before_a_boundary_stands_for_it_with_its_own_time() {
        reads(MONDAY.minusSeconds(600), 100);
        reads(TUESDAY.minusSeconds(60), 101);
        JsonObject shown = registers.of(meter(false), MONDAY, TUESDAY);
        assertThat(shown.getJsonObject("opening").getString("time")).isEqualTo("2026-11-22T23:50:00+08:00");
        assertThat(shown.getJsonObject("closing").getString("time")).isEqualTo("2026-11-23T23:59:00+08:00");
    }

    @Test
    void no_difference_is_made_where_a_register_was_replaced_or_had_said_nothing() {
        assertThat(registers.of(meter(false), MONDAY.minusSeconds(1), MONDAY.minusSeconds(1)))
                .isNull();
        reads(MONDAY, 9_000);
        reads(TUESDAY, 12);
        Replacement replacement =
                new Replacement(MONDAY.plusSeconds(3_600), new BigDecimal("9001"), new BigDecimal("0"));
        JsonObject shown = registers.of(meter(false, replacement), MONDAY, TUESDAY);
        assertThat(shown.getString("amount")).isNull();
        assertThat(shown.getBoolean("replaced")).isTrue();
        assertThat(registers
                        .of(meter(false), MONDAY.minusSeconds(3_600), TUESDAY)
                        .getJsonObject("opening"))
                .isNull();
    }
}
