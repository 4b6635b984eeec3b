package io.greenpark.registry;

import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the files say now with what was stored before. A point that is no longer in the files is ended, and kept
 * with its device, enterprise, outlet and park, since its readings and bookings stay. A point id means one thing for
 * ever: it may not move to another device, enterprise or quantity.
 */
final class RegistryMerge {
    private final Registry.Facts stored;
    private final Registry.Facts files;
    private final Instant now;

    private RegistryMerge(Registry.Facts stored, Registry.Facts files, Instant now) {
        this.stored = stored;
        this.files = files;
        this.now = now;
    }

    /** The joined facts; ids that changed their meaning are problems. */
    static Registry.Facts merge(Registry.Facts stored, Registry.Facts files, Instant now, Problems problems) {
        checkIdentity(stored, files, problems);
        return new RegistryMerge(stored, files, now).merge();
    }

    private static void checkIdentity(Registry.Facts stored, Registry.Facts files, Problems problems) {
        Map<String, Point> before = stored.points().stream().collect(Collectors.toMap(Point::id, p -> p));
        for (Point point : files.points()) {
            Point old = before.get(point.id());
            if (old == null) {
                continue;
            }
            same(problems, point, "device", old.deviceId(), point.deviceId());
            same(problems, point, "enterprise", old.enterpriseId(), point.enterpriseId());
            same(problems, point, "quantity", old.quantity(), point.quantity());
        }
    }

    private static void same(Problems problems, Point point, String what, String old, String given) {
        if (!old.equals(given)) {
            problems.add(
                    "",
                    "points[" + point.id() + "]",
                    what + " \"" + given + "\" differs from \"" + old + "\", under which this id has readings;"
                            + " ids are never reused: give the point a new id");
        }
    }

    private Registry.Facts merge() {
        List<Point> points =
                missing(stored.points(), files.points(), Point::id, ids(stored.points(), Point::id)).stream()
                        .map(this::ended)
                        .toList();
        List<Device> devices =
                missing(stored.devices(), files.devices(), Device::id, ids(points, Point::deviceId)).stream()
                        .map(this::withoutLostGateway)
                        .toList();
        List<Outlet> outlets = missing(stored.outlets(), files.outlets(), Outlet::id, ids(points, Point::outletId));
        Set<String> enterpriseIds = ids(points, Point::enterpriseId);
        enterpriseIds.addAll(ids(outlets, Outlet::enterpriseId));
        List<Enterprise> enterprises =
                missing(stored.enterprises(), files.enterprises(), Enterprise::id, enterpriseIds);
        List<Park> parks = missing(stored.parks(), files.parks(), Park::id, ids(enterprises, Enterprise::parkId));
        return new Registry.Facts(
                files.district(),
                join(files.parks(), parks),
                join(files.enterprises(), enterprises),
                join(files.outlets(), outlets),
                files.gateways(),
                join(files.devices(), devices),
                // Ended points come first: of two points of one device and key the last is the one that takes readings.
                join(points, files.points()),
                files.statistics(),
                files.coefficientSets(),
                files.targets(),
                files.limits());
    }

    private Point ended(Point p) {
        boolean already = p.endedAt() != null && !p.endedAt().isAfter(now);
        return already
                ? p
                : new Point(
                        p.id(),
                        p.deviceId(),
                        p.key(),
                        p.enterpriseId(),
                        p.outletId(),
                        p.quantity(),
                        p.name(),
                        p.facts(),
                        p.replacements(),
                        now);
    }

    private Device withoutLostGateway(Device d) {
        boolean there = files.gateways().stream().map(Gateway::id).anyMatch(id -> id.equals(d.gatewayId()));
        return there ? d : new Device(d.id(), d.enterpriseId(), d.name(), null, d.silenceAfter());
    }

    /** What was stored, is needed and is no longer in the files. */
    private static <T> List<T> missing(List<T> stored, List<T> files, Function<T, String> id, Set<String> needed) {
        Set<String> present = ids(files, id);
        return stored.stream()
                .filter(t -> needed.contains(id.apply(t)) && !present.contains(id.apply(t)))
                .toList();
    }

    private static <T> Set<String> ids(List<T> list, Function<T, @Nullable String> id) {
        return list.stream().map(id).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
