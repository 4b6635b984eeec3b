package io.greenpark.dashboards.api;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.cases.LimitVerdicts;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The newest closed mean of points of outlets, of the averaging that is judged, and what the rules say of it. */
final class NewestMeans {
    private static final Map<Step, Duration> LATE =
            Map.of(Step.HOUR, Duration.ofHours(48), Step.DAY, Duration.ofDays(4));

    /** Rules judge when late data have had their time, at most six hours. */
    private static final int MOST_UNSETTLED = 7;

    private final DischargeAccounts discharges;
    private final LimitVerdicts verdicts;

    NewestMeans(DischargeAccounts discharges, LimitVerdicts verdicts) {
        this.discharges = discharges;
        this.verdicts = verdicts;
    }

    /**
     * A point.
     *
     * @param step of which the mean is
     * @param row null if there is none of late
     */
    record PointStanding(
            Point point,
            Step step,
            @Nullable DischargeRow row,
            @Nullable Verdict verdict) {
        OutletState state() {
            return row == null ? OutletState.NO_DATA : OutletState.of(verdict);
        }
    }

    /** By point, those of which means are kept. */
    Map<String, PointStanding> of(List<Point> points, Registry registry, Instant now) {
        Map<Step, List<Point>> bySteps = new HashMap<>();
        for (Point point : points) {
            if (DischargeBooker.concerns(point)) {
                bySteps.computeIfAbsent(judged(point, registry, now), s -> new ArrayList<>())
                        .add(point);
            }
        }
        Map<String, PointStanding> standings = new HashMap<>();
        bySteps.forEach((step, own) -> standings.putAll(of(own, step, now)));
        return standings;
    }

    /** As its limits say, else as is usual for its medium. */
    private static Step judged(Point point, Registry registry, Instant now) {
        List<Limit> limits = registry.limitsAt(point.id(), now);
        boolean stack = Optional.ofNullable(point.outletId())
                .flatMap(registry::outlet)
                .map(o -> o.medium() == Outlet.Medium.STACK)
                .orElse(false);
        boolean hour = limits.isEmpty() ? stack : limits.stream().anyMatch(l -> l.averaging() == Limit.Averaging.HOUR);
        return hour ? Step.HOUR : Step.DAY;
    }

    private Map<String, PointStanding> of(List<Point> points, Step step, Instant now) {
        Map<String, TreeMap<Instant, DischargeRow>> closed = new HashMap<>();
        List<String> ids = points.stream().map(Point::id).toList();
        discharges.each(ids, now.minus(LATE.getOrDefault(step, Duration.ZERO)), now, step, (point, row) -> {
            if (!row.to().isAfter(now)) {
                closed.computeIfAbsent(point, p -> new TreeMap<>()).put(row.from(), row);
            }
        });
        Map<String, PointStanding> standings = new HashMap<>();
        points.forEach(p -> standings.put(p.id(), new PointStanding(p, step, newest(closed.get(p.id())), null)));
        judge(standings, closed);
        return standings;
    }

    /** The newest that are judged: what rules wait for has no verdict yet, while the period before it has one. */
    private void judge(Map<String, PointStanding> standings, Map<String, TreeMap<Instant, DischargeRow>> closed) {
        Set<String> open = new HashSet<>(closed.keySet());
        for (int back = 0; back < MOST_UNSETTLED && !open.isEmpty(); back++) {
            Map<Instant, Map<String, DischargeRow>> byStart = new HashMap<>();
            for (String point : open) {
                Map.Entry<Instant, DischargeRow> next =
                        Objects.requireNonNull(closed.get(point)).pollLastEntry();
                if (next != null) {
                    byStart.computeIfAbsent(next.getKey(), s -> new HashMap<>()).put(point, next.getValue());
                }
            }
            byStart.forEach((start, rows) -> {
                Step step = Objects.requireNonNull(
                                standings.get(rows.keySet().iterator().next()))
                        .step();
                verdicts.at(List.copyOf(rows.keySet()), step, start).forEach((point, verdict) -> {
                    Point of = Objects.requireNonNull(standings.get(point)).point();
                    standings.put(point, new PointStanding(of, step, rows.get(point), verdict));
                    open.remove(point);
                });
            });
        }
    }

    private static @Nullable DischargeRow newest(@Nullable TreeMap<Instant, DischargeRow> rows) {
        return rows == null || rows.isEmpty() ? null : rows.lastEntry().getValue();
    }
}
