package io.greenpark.park.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterFindingTest {
    private static final Instant CHANGE = Instant.parse("2026-05-01T00:00:00Z");

    private static PointFacts facts(Instant from, Unit unit) {
        return new PointFacts(
                from,
                unit,
                PointKind.REGISTER,
                Duration.ZERO,
                Stamp.END,
                Duration.ofMinutes(15),
                null,
                BigDecimal.ONE,
                false,
                null,
                Carrier.ELECTRICITY,
                true,
                ParkTime.shanghai().zone());
    }

    private static String reason(Point point) {
        long change = CHANGE.toEpochMilli();
        return new RegisterFinding(
                        RegisterFinding.Kind.FALL_THAT_STAYED,
                        change - 1,
                        change + 1,
                        Unit.KWH.toBase(new BigDecimal("45120.5")),
                        Unit.KWH.toBase(new BigDecimal("12000")),
                        change + 2)
                .reason(point)
                .text()
                .en();
    }

    private static Point point(PointFacts... facts) {
        return new Point("p", "d", "k", "e", null, "p", Bilingual.same("p"), List.of(facts), List.of(), null);
    }

    @Test
    void each_value_has_the_unit_it_was_sent_in() {
        assertThat(reason(point(facts(Instant.EPOCH, Unit.KWH), facts(CHANGE, Unit.MWH))))
                .contains("from 45120.5 kWh to 12 MWh");
        assertThat(reason(point(facts(Instant.EPOCH, Unit.KWH)))).contains("from 45120.5 kWh to 12000 kWh");
    }
}
