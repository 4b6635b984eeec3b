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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest closed mean of points of outlets, of the averaging that is judged, and what the rules say of it. */
final class NewestMeans {
    private static final Map<Step, Duration> LATE =
            Map.of(Step.HOUR, Duration.ofHours(48), Step.DAY, Duration.ofDays(4));

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
        Map<String, DischargeRow> newest = new HashMap<>();
        List<String> ids = points.stream().map(Point::id).toList();
        discharges.each(ids, now.minus(LATE.getOrDefault(step, Duration.ZERO)), now, step, (point, row) -> {
            if (!row.to().isAfter(now)) {
                newest.merge(point, row, (a, b) -> a.from().isAfter(b.from()) ? a : b);
            }
        });
        Map<Instant, List<String>> byStart = new HashMap<>();
        newest.forEach((point, row) ->
                byStart.computeIfAbsent(row.from(), s -> new ArrayList<>()).add(point));
        Map<String, Verdict> judged = new HashMap<>();
        byStart.forEach((start, own) -> judged.putAll(verdicts.at(own, step, start)));
        Map<String, PointStanding> standings = new HashMap<>();
        points.forEach(p -> standings.put(p.id(), new PointStanding(p, step, newest.get(p.id()), judged.get(p.id()))));
        return standings;
    }
}
