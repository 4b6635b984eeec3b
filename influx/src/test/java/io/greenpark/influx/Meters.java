package io.greenpark.influx;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A park of one enterprise with two points, and readings of them. */
final class Meters {
    /** Start of a week, where InfluxDB begins a shard: the type of a field is checked per shard. */
    static final long START = 1_514_764_800_000L;

    private Meters() {}

    static PointFacts facts(long fromMs, Unit unit, String ratio, boolean applied) {
        return new PointFacts(
                Instant.ofEpochMilli(fromMs),
                unit,
                PointFacts.PointKind.INTERVAL,
                Duration.ofMinutes(15),
                PointFacts.Stamp.END,
                Duration.ofMinutes(15),
                null,
                new BigDecimal(ratio),
                applied,
                null,
                Carrier.ELECTRICITY,
                true,
                ParkTime.SHANGHAI);
    }

    static Point point(String id, String quantity, PointFacts... facts) {
        Bilingual name = Bilingual.same(id);
        return new Point(id, "d", id, "mill, east", null, quantity, name, List.of(facts), List.of(), null);
    }

    static Registry registry(Point... points) {
        Bilingual name = new Bilingual("n", "n");
        return new Registry(new Registry.Facts(
                District.of("district"),
                List.of(new Park("park-1", name, ParkTime.shanghai())),
                List.of(new Enterprise("mill, east", "park-1", name, "steel", true, false, List.of())),
                List.of(),
                List.of(),
                List.of(new Device("d", "mill, east", name, null, Duration.ofHours(1))),
                List.of(points),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    static Registry registry() {
        return registry(
                point("meter", "electricity", facts(0, Unit.KWH, "1", false)),
                point("nox", "nox", facts(0, Unit.MG_PER_M3, "1", false)));
    }

    static Reading reading(String point, long timeMs, double value) {
        return new Reading(
                "mill, east", "d", point, point, value, Unit.KWH, Flag.NORMAL, timeMs, timeMs + 1_000, Door.MQTT);
    }
}
