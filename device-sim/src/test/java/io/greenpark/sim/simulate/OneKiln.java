package io.greenpark.sim.simulate;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A brick kiln behind a gateway: an electricity register and a stack whose NOx limit is 200 mg/m3. */
final class OneKiln {
    private static final Bilingual NAME = new Bilingual("窑", "kiln");

    private OneKiln() {}

    static Registry registry() {
        Duration hour = Duration.ofHours(1);
        return new Registry(new Registry.Facts(
                District.of("district"),
                List.of(new Park("park", NAME, ParkTime.shanghai())),
                List.of(new Enterprise("kiln", "park", NAME, "building-kiln", true, true, List.of())),
                List.of(new Outlet("stack", "kiln", NAME, Outlet.Medium.STACK, Outlet.Standing.EVIDENCE)),
                List.of(new Gateway("gw", NAME)),
                List.of(
                        new Device("kiln-el", "kiln", NAME, "gw", hour),
                        new Device("kiln-stack", "kiln", NAME, "gw", hour)),
                List.of(
                        point("kiln-energy", "kiln-el", "energy", null, Unit.KWH, Carrier.ELECTRICITY),
                        point("kiln-nox", "kiln-stack", "nox", "stack", Unit.MG_PER_M3, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Limit(
                        "limit",
                        "kiln-nox",
                        Limit.Averaging.HOUR,
                        new BigDecimal("200"),
                        null,
                        Unit.MG_PER_M3,
                        null,
                        "test",
                        true,
                        Instant.EPOCH,
                        null))));
    }

    private static Point point(
            String id, String device, String key, @Nullable String outlet, Unit unit, @Nullable Carrier carrier) {
        PointFacts facts = new PointFacts(
                Instant.EPOCH,
                unit,
                carrier == null ? PointKind.GAUGE : PointKind.REGISTER,
                Duration.ZERO,
                Stamp.END,
                Duration.ofHours(1),
                null,
                BigDecimal.ONE,
                true,
                null,
                carrier,
                carrier != null,
                ParkTime.SHANGHAI);
        return new Point(id, device, key, "kiln", outlet, key, NAME, List.of(facts), List.of(), null);
    }
}
