package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.config.digest.CanonicalFacts;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryDifference;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Detects limits that were changed, by a reload or between two starts, and has every period of their points evaluated
 * again.
 */
public final class LimitChangeDetector {
    private static final int PORTION = 1_000;

    private final Books books;
    private final DischargeAccounts accounts;

    public LimitChangeDetector(Books books, DischargeAccounts accounts) {
        this.books = books;
        this.accounts = accounts;
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

    /** The points whose limits, or the standing of whose outlets, may be others. */
    private static Set<String> affected(RegistryDifference difference) {
        Set<String> points = new LinkedHashSet<>(difference.ids(DocumentKind.POINT));
        for (Registry registry : difference.both()) {
            for (String id : difference.ids(DocumentKind.LIMIT)) {
                registry.limit(id).map(Limit::pointId).ifPresent(points::add);
            }
            for (String id : difference.ids(DocumentKind.OUTLET)) {
                registry.outlet(id).ifPresent(outlet -> points.addAll(pointsOf(registry, outlet)));
            }
        }
        return points;
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
            if (were.equals(are)) {
                continue;
            }
            if (!were.isEmpty()
                    && !CanonicalFacts.isDigest(were)
                    && LimitDigests.isFormer(were, registry, point)) {
                same.put(point, are);
            } else {
                evaluateAgain(point, now);
                changed.put(point, are);
            }
            if (changed.size() + same.size() == PORTION) {
                store(changed, same, now);
            }
        }
        store(changed, same, now);
    }

    private void evaluateAgain(String point, Instant now) {
        List<EvaluationTask> tasks = Stream.of(Step.HOUR, Step.DAY)
                .flatMap(step -> accounts.rows(point, Instant.EPOCH, now, step).stream()
                        .map(row -> task(point, step, row.from())))
                .toList();
        for (int i = 0; i < tasks.size(); i += PORTION) {
            List<EvaluationTask> portion = tasks.subList(i, Math.min(tasks.size(), i + PORTION));
            books.write(tx -> {
                portion.forEach(task -> ScheduledEvaluations.put(tx.handle(), task, now.toEpochMilli()));
                return true;
            });
        }
    }

    private static EvaluationTask task(String point, Step step, Instant from) {
        Mark.Kind kind = step == Step.HOUR ? Mark.Kind.DISCHARGE_HOUR : Mark.Kind.DISCHARGE_DAY;
        return new EvaluationTask(kind, point, from.toEpochMilli());
    }

    /**
     * Stores limits as seen, after all that they concern is scheduled: a crash in between detects them again.
     *
     * @param same those that an earlier version has seen, in its words; they did not change now
     */
    private void store(Map<String, String> changed, Map<String, String> same, Instant now) {
        if (changed.isEmpty() && same.isEmpty()) {
            return;
        }
        books.write(tx -> {
            LimitsSeenTable.write(tx.handle(), changed, now.toEpochMilli());
            LimitsSeenTable.rewrite(tx.handle(), same);
            return true;
        });
        changed.clear();
        same.clear();
    }
}
