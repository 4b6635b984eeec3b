package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.PreparedBatch;

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

    /** Compares the registry's limits with those last seen. */
    public void detect(Registry registry, Instant now) {
        Map<String, String> seen = books.read(LimitChangeDetector::seen);
        Map<String, String> current = new LinkedHashMap<>();
        registry.facts()
                .limits()
                .forEach(l -> current.computeIfAbsent(l.pointId(), point -> describe(registry, point)));
        seen.keySet().forEach(point -> current.putIfAbsent(point, ""));
        Map<String, String> changed = new LinkedHashMap<>();
        current.forEach((point, limits) -> {
            if (!Objects.equals(limits, seen.get(point))) {
                evaluateAgain(point, now);
                changed.put(point, limits);
                if (changed.size() == PORTION) {
                    store(changed, now);
                    changed.clear();
                }
            }
        });
        store(changed, now);
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

    /** Stores limits as seen, after all that they concern is scheduled: a crash in between detects them again. */
    private void store(Map<String, String> seen, Instant now) {
        if (seen.isEmpty()) {
            return;
        }
        books.write(tx -> {
            PreparedBatch batch = tx.handle()
                    .prepareBatch(
                            "INSERT INTO alert_limits_seen (point, limits, seen_ms) VALUES (?, ?, ?)"
                                    + " ON CONFLICT (point) DO UPDATE SET limits = excluded.limits, seen_ms = excluded.seen_ms");
            seen.forEach((point, limits) -> batch.add(point, limits, now.toEpochMilli()));
            batch.execute();
            return true;
        });
    }

    /** When the limits of a point were last seen to have changed, epoch milliseconds; 0 if never. */
    static long seenMs(Handle handle, String point) {
        return handle.createQuery("SELECT seen_ms FROM alert_limits_seen WHERE point = :point")
                .bind("point", point)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private static Map<String, String> seen(Handle handle) {
        return handle.createQuery("SELECT point, limits FROM alert_limits_seen")
                .setMapKeyColumn("point")
                .setMapValueColumn("limits")
                .collectInto(new GenericType<>() {});
    }

    /** Everything of a point's limits that a verdict depends on. */
    private static String describe(Registry registry, String point) {
        String standing = registry.point(point)
                .map(Point::outletId)
                .flatMap(registry::outlet)
                .map(Outlet::standing)
                .map(Enum::name)
                .orElse("");
        return registry.facts().limits().stream()
                .filter(l -> l.pointId().equals(point))
                .map(Limit::toString)
                .collect(Collectors.joining("\n", standing + "\n", ""));
    }
}
