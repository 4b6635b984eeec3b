package io.greenpark.accounting.check;

import io.greenpark.accounting.check.Amounts.Amount;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares all that the books say of one enterprise, in one view of them. */
final class EnterpriseCheck {
    private static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    private final ReadingStore readings;
    private final BookedFigures books;
    private final ParkPeriods periods;
    private final Span within;
    private final RegisterLimits limits;
    private final long nowMs;
    private final List<Difference> differences = new ArrayList<>();
    private long compared;

    EnterpriseCheck(
            ReadingStore readings,
            BookedFigures books,
            ParkPeriods periods,
            Span within,
            RegisterLimits limits,
            long nowMs) {
        this.readings = readings;
        this.books = books;
        this.periods = periods;
        this.within = within;
        this.limits = limits;
        this.nowMs = nowMs;
    }

    List<Difference> differences() {
        return differences;
    }

    /** How many periods were looked at. */
    long compared() {
        return compared;
    }

    /** All points of an enterprise, and its sums. */
    void whole(Registry registry, Enterprise enterprise) {
        EnterpriseSums sums = new EnterpriseSums(periods);
        for (Point point : registry.pointsOfEnterprise(enterprise.id())) {
            point(point, sums);
        }
        for (Step step : Step.values()) {
            sums(enterprise.id(), step, sums);
        }
    }

    /** One point alone. */
    void only(Point point) {
        point(point, new EnterpriseSums(periods));
    }

    private void point(Point point, EnterpriseSums sums) {
        List<CheckedFacts> facts = CheckedFacts.of(point);
        List<PointValue> series = PointValue.series(
                facts,
                readings.range(point.id(), Long.MIN_VALUE, Long.MAX_VALUE),
                readings.superseded(point.id(), Long.MIN_VALUE, Long.MAX_VALUE));
        if (PointEnergy.isMeter(facts)) {
            energy(point, new PointEnergy(series, facts, point.replacements(), limits, periods, nowMs), sums);
        }
        if (point.outletId() != null && facts.stream().anyMatch(f -> f.kind() == PointKind.GAUGE)) {
            PointMeans means = new PointMeans(series, facts, periods, nowMs);
            means(point, Step.HOUR, means);
            means(point, Step.DAY, means);
        }
    }

    private void energy(Point point, PointEnergy energy, EnterpriseSums sums) {
        Map<Long, Amount> hours = energy.amounts(Step.HOUR);
        sums.add(energy, hours);
        Comparison comparison = new Comparison("point " + point.id(), Step.HOUR, periods, within);
        Unit unit = unit(CheckedFacts.of(point));
        Map<Long, BookedFigures.BookedHour> booked = books.hours(point.id(), within);
        sums.untold(booked);
        comparison.all(booked, hours, new EnergyComparison.OfPoint(comparison, unit));
        keep(comparison);
    }

    /** The unit that people read a meter's amounts in. */
    private static Unit unit(List<CheckedFacts> facts) {
        Carrier carrier = null;
        for (CheckedFacts f : facts) {
            carrier = f.carrier() == null ? carrier : f.carrier();
        }
        return carrier == null ? facts.get(facts.size() - 1).unit() : carrier.unit();
    }

    private void means(Point point, Step step, PointMeans means) {
        Comparison comparison = new Comparison("point " + point.id(), step, periods, within);
        comparison.all(
                books.means(point.id(), step, within),
                step == Step.HOUR ? means.means(step) : means.means(step, books.counting(point.id(), ALL)),
                new MeanComparison(comparison, point.currentFacts().unit()));
        keep(comparison);
    }

    private void sums(String enterprise, Step step, EnterpriseSums sums) {
        Map<Carrier, Map<Long, BookedFigures.BookedSum>> booked = new HashMap<>();
        books.sums(enterprise, step, within)
                .forEach((key, sum) -> booked.computeIfAbsent(key.carrier(), c -> new HashMap<>())
                        .put(key.startMs(), sum));
        for (Carrier carrier : Carrier.values()) {
            String subject = "enterprise " + enterprise + ", " + carrier.code();
            Comparison comparison = new Comparison(subject, step, periods, within);
            comparison.all(
                    booked.getOrDefault(carrier, Map.of()),
                    sums.of(step, carrier),
                    new EnergyComparison.OfEnterprise(comparison, carrier.unit(), sums.untold(step)));
            keep(comparison);
        }
    }

    private void keep(Comparison comparison) {
        differences.addAll(comparison.found());
        compared += comparison.compared();
    }
}
