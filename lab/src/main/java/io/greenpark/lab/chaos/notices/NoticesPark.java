package io.greenpark.lab.chaos.notices;

import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
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

/** A park of enterprises with an outlet each, and a hundred gauges with a limit at each outlet: one case a gauge. */
final class NoticesPark {
    static final int GAUGES = 100;
    static final String LIMIT = "50";
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

    private NoticesPark() {}

    static String point(int index) {
        return "gauge-" + index;
    }

    static int index(String point) {
        return Integer.parseInt(point.substring("gauge-".length()));
    }

    static String enterprise(int index) {
        return "works-" + index / GAUGES;
    }

    static String phone(int enterprise) {
        return String.format(Locale.ROOT, "1380000%04d", enterprise);
    }

    /** @param webhook where its enterprises take webhooks */
    static Registry registry(int cases, String webhook) {
        List<Enterprise> enterprises = new ArrayList<>();
        List<Outlet> outlets = new ArrayList<>();
        List<Device> devices = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<Limit> limits = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            String enterprise = enterprise(i);
            if (i % GAUGES == 0) {
                enterprises.add(enterprise(enterprise, i / GAUGES, webhook));
                outlets.add(new Outlet(
                        enterprise + "-stack",
                        enterprise,
                        Bilingual.same(enterprise + " stack"),
                        Outlet.Medium.STACK,
                        Outlet.Standing.EVIDENCE));
                devices.add(new Device(
                        enterprise + "-analyser", enterprise, Bilingual.same("analyser"), null, Duration.ofDays(365)));
            }
            points.add(point(i, enterprise));
            limits.add(limit(i));
        }
        Park park = new Park("chaos-park", Bilingual.same("chaos park"), ParkTime.shanghai(), List.of());
        return new Registry(new Registry.Facts(
                new District("chaos", Bilingual.same("chaos"), List.of()),
                List.of(park),
                enterprises,
                outlets,
                List.of(),
                devices,
                points,
                List.of(),
                List.of(),
                List.of(),
                limits));
    }

    private static Enterprise enterprise(String id, int number, String webhook) {
        Contact contact = new Contact(id, "env@" + id + ".example", webhook + "/" + id, phone(number), Locale.CHINESE);
        return new Enterprise(id, "chaos-park", Bilingual.same(id), "hardware-tools", true, true, List.of(contact));
    }

    private static Point point(int index, String enterprise) {
        PointFacts facts = new PointFacts(
                BEGIN,
                Unit.MG_PER_M3,
                PointFacts.PointKind.GAUGE,
                Duration.ZERO,
                PointFacts.Stamp.START,
                Duration.ofHours(1),
                null,
                BigDecimal.ONE,
                true,
                null,
                null,
                false,
                ParkTime.SHANGHAI);
        return new Point(
                point(index),
                enterprise + "-analyser",
                "g" + index,
                enterprise,
                enterprise + "-stack",
                "nox",
                Bilingual.same(point(index)),
                List.of(facts),
                List.of(),
                null);
    }

    private static Limit limit(int index) {
        return new Limit(
                "limit-" + index,
                point(index),
                Limit.Averaging.HOUR,
                new BigDecimal(LIMIT),
                null,
                Unit.MG_PER_M3,
                null,
                "chaos",
                true,
                BEGIN,
                null);
    }
}
