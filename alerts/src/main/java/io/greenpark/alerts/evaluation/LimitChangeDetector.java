package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.config.digest.CanonicalFacts;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryDifference;
import io.greenpark.store.books.Books;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Detects limits that were changed, by an edit, a reload or between two starts, and has every period of their points
 * evaluated again. Used by one thread.
 */
public final class LimitChangeDetector {
    private static final int PORTION = 1_000;

    private final Books books;
    private final PastEvaluations past;

    public LimitChangeDetector(Books books, DischargeAccounts accounts) {
        this.books = books;
        this.past = new PastEvaluations(books, accounts);
    }

    /** Schedules a portion of what changed limits make to be evaluated; returns whether there is more. */
    public boolean step(Instant now) {
        return past.step(now);
    }

    /** Compares the limits that a difference has a part in with those last seen. */
    public void detect(RegistryDifference difference, Instant now) {
        Registry registry = difference.now();
        Set<String> points = new LinkedHashSet<>();
        Map<String, String> seen;
        if (difference.whole()) {
            seen = books.read(LimitsSeenTable::load);
            registry.facts().limits().forEach(l -> points.add(l.pointId()));
            points.addAll(seen.keySet());
        } else {
            points.addAll(affected(difference));
            seen = books.read(handle -> LimitsSeenTable.load(handle, points));
        }
        compare(registry, points, seen, now);
    }

    /** The points whose limits, the standing of whose outlets, or whose acceptance may be others. */
    private static Set<String> affected(RegistryDifference difference) {
        Set<String> points = new LinkedHashSet<>(difference.ids(DocumentKind.POINT));
        for (Registry registry : difference.both()) {
            for (String id : difference.ids(DocumentKind.LIMIT)) {
                registry.limit(id).map(Limit::pointId).ifPresent(points::add);
            }
            for (String id : difference.ids(DocumentKind.OUTLET)) {
                registry.outlet(id).ifPresent(outlet -> points.addAll(pointsOf(registry, outlet)));
            }
            for (String id : difference.ids(DocumentKind.DEVICE)) {
                registry.device(id).ifPresent(device -> points.addAll(pointsOf(registry, device)));
            }
        }
        return points;
    }

    /** Of those without limits there is nothing to compare. */
    private static List<String> pointsOf(Registry registry, Device device) {
        return registry.pointsOfEnterprise(device.enterpriseId()).stream()
                .filter(p -> device.id().equals(p.deviceId()))
                .map(Point::id)
                .toList();
    }

    private static List<String> pointsOf(Registry registry, Outlet outlet) {
        return registry.pointsOfEnterprise(outlet.enterpriseId()).stream()
                .filter(p -> outlet.id().equals(p.outletId()))
                .map(Point::id)
                .toList();
    }

    private void compare(Registry registry, Set<String> points, Map<String, String> seen, Instant now) {
        Map<String, String> changed = new LinkedHashMap<>();
        Map<String, String> same = new LinkedHashMap<>();
        for (String point : points) {
            String were = seen.getOrDefault(point, "");
            String are = LimitDigests.of(registry, point);
            if (isFormer(were) && LimitDigests.isFormer(were, registry, point)) {
                same.put(point, are);
            } else if (!were.equals(are) || past.isPending(point)) {
                changed.put(point, are);
            }
        }
        takeOver(same);
        past.add(changed, now);
    }

    private static boolean isFormer(String limits) {
        return !limits.isEmpty() && !CanonicalFacts.isDigest(limits);
    }

    /** Those that an earlier version has seen, in its words: they did not change now. */
    private void takeOver(Map<String, String> same) {
        List<String> points = List.copyOf(same.keySet());
        for (int i = 0; i < points.size(); i += PORTION) {
            Map<String, String> portion = new LinkedHashMap<>();
            points.subList(i, Math.min(points.size(), i + PORTION))
                    .forEach(point -> portion.put(point, same.get(point)));
            books.write(tx -> {
                LimitsSeenTable.rewrite(tx.handle(), portion);
                return true;
            });
        }
    }
}
