package io.greenpark.lab.bench.rules;

import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
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
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A district of twenty parks; enterprises of twenty outlet points each, two to an outlet, and one contact. */
final class RulesPark {
    private static final Bilingual NAME = new Bilingual("压测", "bench");
    private static final int PARKS = 20;
    private static final int POINTS_OF_ENTERPRISE = 20;
    private static final int POINTS_OF_OUTLET = 2;

    private final int points;

    RulesPark(int points) {
        this.points = points;
    }

    static String point(int index) {
        return "point-" + index;
    }

    private static String enterprise(int point) {
        return "enterprise-" + point / POINTS_OF_ENTERPRISE;
    }

    private static String outlet(int point) {
        return "outlet-" + point / POINTS_OF_OUTLET;
    }

    /** The scope and target of a rule; of ten, five are of points, two of outlets, two of enterprises and one of a device. */
    String[] target(int rule) {
        int at = (int) ((long) rule * 7_919 % points);
        return switch (rule % 10) {
            case 0, 1 -> new String[] {"outlet", outlet(at)};
            case 2, 3 -> new String[] {"enterprise", enterprise(at)};
            case 4 -> new String[] {"device", "device-" + at};
            default -> new String[] {"point", point(at)};
        };
    }

    Registry registry() {
        List<Park> parks = new ArrayList<>();
        for (int i = 0; i < PARKS; i++) {
            parks.add(new Park("park-" + i, NAME, ParkTime.shanghai()));
        }
        List<Enterprise> enterprises = new ArrayList<>();
        List<Outlet> outlets = new ArrayList<>();
        List<Device> devices = new ArrayList<>();
        List<Point> all = new ArrayList<>();
        List<Limit> limits = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            if (i % POINTS_OF_ENTERPRISE == 0) {
                Contact contact = new Contact("li", "li@bench.example", null, Locale.CHINESE);
                String park = "park-" + i / POINTS_OF_ENTERPRISE % PARKS;
                enterprises.add(new Enterprise(enterprise(i), park, NAME, "bench", true, true, List.of(contact)));
            }
            if (i % POINTS_OF_OUTLET == 0) {
                outlets.add(new Outlet(outlet(i), enterprise(i), NAME, Outlet.Medium.STACK, Outlet.Standing.EVIDENCE));
            }
            devices.add(new Device("device-" + i, enterprise(i), NAME, null, Duration.ofHours(1)));
            all.add(point(point(i), i));
            limits.add(new Limit(
                    point(i) + "-limit",
                    point(i),
                    Limit.Averaging.HOUR,
                    new BigDecimal("200"),
                    null,
                    Unit.MG_PER_M3,
                    new BigDecimal("0.8"),
                    "bench",
                    true,
                    Instant.EPOCH,
                    null));
        }
        return new Registry(new Registry.Facts(
                District.of("district"),
                parks,
                enterprises,
                outlets,
                List.of(),
                devices,
                all,
                List.of(),
                List.of(),
                List.of(),
                limits));
    }

    private static Point point(String id, int index) {
        PointFacts facts = new PointFacts(
                Instant.EPOCH,
                Unit.MG_PER_M3,
                PointKind.GAUGE,
                Duration.ZERO,
                Stamp.END,
                Duration.ofMinutes(1),
                null,
                BigDecimal.ONE,
                false,
                null,
                null,
                false,
                ParkTime.SHANGHAI);
        return new Point(
                id,
                "device-" + index,
                "value",
                enterprise(index),
                outlet(index),
                "nox",
                NAME,
                List.of(facts),
                List.of(),
                null);
    }
}
