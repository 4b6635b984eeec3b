package io.greenpark.accounting.disclosure;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;

/** An enterprise with one meter of electricity, as statistics and sums need it. */
public record MeteredEnterprise(Enterprise enterprise, Device device, Point meter) {
    /** @param from the first month in which it is metered */
    public static MeteredEnterprise of(String id, String park, ParkTime time, YearMonth from) {
        String meter = id + "-meter";
        PointFacts facts = new PointFacts(
                time.startOf(from),
                Unit.KWH,
                PointFacts.PointKind.REGISTER,
                Duration.ZERO,
                PointFacts.Stamp.END,
                Duration.ofHours(1),
                null,
                BigDecimal.ONE,
                false,
                null,
                Carrier.ELECTRICITY,
                true,
                time.zone());
        return new MeteredEnterprise(
                new Enterprise(id, park, Bilingual.same(id), "steel", true, true, List.of()),
                new Device(meter, id, Bilingual.same(meter), null, Duration.ofHours(1)),
                new Point(
                        meter,
                        meter,
                        "k",
                        id,
                        null,
                        "electricity",
                        Bilingual.same(meter),
                        List.of(facts),
                        List.of(),
                        null));
    }
}
