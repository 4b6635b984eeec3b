package io.greenpark.ingest.admission;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small park: meter m1 and m2 (sent as 电表2) behind gateway gw, meter m3 (sent as m.3) without a gateway. Each has a register, an interval, a gauge. */
public final class TestPark {
    public static final Instant SINCE = Instant.parse("2018-01-01T00:00:00Z");
    public static final Instant ENDED = Instant.parse("2020-01-01T00:00:00Z");

    private TestPark() {}

    public static Registry registry() {
        return of(List.of(
                device("m1", "gw"),
                device("m2", "gw").sentAs("电表2"),
                device("m3", null).sentAs("m.3")));
    }

    public static Registry registry(List<String> behindGateway, List<String> alone) {
        List<Device> devices = new ArrayList<>();
        behindGateway.forEach(id -> devices.add(device(id, "gw")));
        alone.forEach(id -> devices.add(device(id, null)));
        return of(devices);
    }

    public static Device device(String id, @Nullable String gateway) {
        return new Device(id, "ent", Bilingual.same(id), gateway, Duration.ofHours(1));
    }

    /** These devices, each with its points, and the gateways that they name. */
    public static Registry of(List<Device> devices) {
        List<Point> points = new ArrayList<>();
        devices.forEach(d -> add(d.id(), points));
        Bilingual name = new Bilingual("名", "name");
        return new Registry(new Registry.Facts(
                District.of("district"),
                List.of(new Park("park", name, ParkTime.shanghai())),
                List.of(new Enterprise("ent", "park", name, "hardware-tools", true, false, List.of())),
                List.of(),
                Stream.concat(Stream.of("gw"), devices.stream().map(Device::gatewayId))
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(id -> new Gateway(id, name))
                        .toList(),
                devices,
                points,
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    private static void add(String id, List<Point> points) {
        points.add(point(id, "kwh", PointKind.REGISTER, null));
        points.add(point(id, "interval", PointKind.INTERVAL, null));
        points.add(point(id, "kw", PointKind.GAUGE, null));
        points.add(point(id, "old", PointKind.GAUGE, ENDED));
    }

    private static Point point(String device, String key, PointKind kind, @Nullable Instant endedAt) {
        PointFacts facts = new PointFacts(
                SINCE,
                Unit.values()[0],
                kind,
                kind == PointKind.INTERVAL ? Duration.ofMinutes(15) : Duration.ZERO,
                Stamp.END,
                Duration.ofMinutes(15),
                null,
                BigDecimal.ONE,
                true,
                null,
                null,
                true,
                ParkTime.SHANGHAI);
        return new Point(
                device + "." + key,
                device,
                key,
                "ent",
                null,
                "electricity",
                Bilingual.same(key),
                List.of(facts),
                List.of(),
                endedAt);
    }
}
