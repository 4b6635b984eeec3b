package io.greenpark.accounting.energy;

import io.greenpark.accounting.finding.PointFindings;
import io.greenpark.accounting.work.AccountWorkTable;
import io.greenpark.accounting.work.HeldValue;
import io.greenpark.accounting.work.IntensityWork;
import io.greenpark.accounting.work.IntensityWorkTable;
import io.greenpark.accounting.work.PointFailure;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.RegisterRules;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.sample.PointArithmeticException;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * The recomputed hours of some of an enterprise's points and the sums that follow from them: computed on a reading connection, to be written shortly
 * after. Readings and bookings do not change in between, since one thread does both.
 */
public final class EnergyBooking {
    private final String enterprise;
    private final List<PointBooking> points;
    private final Map<Step, EnergySums> sums;
    private final List<HeldValue> held = new ArrayList<>();
    private final List<PointFailure> failures = new ArrayList<>();
    private final List<PointFindings> findings = new ArrayList<>();

    private EnergyBooking(String enterprise, List<PointBooking> points, Map<Step, EnergySums> sums) {
        this.enterprise = enterprise;
        this.points = points;
        this.sums = sums;
    }

    /** Points whose newest value stands for now. */
    public List<HeldValue> held() {
        return held;
    }

    /** Points whose arithmetic failed. */
    public List<PointFailure> failures() {
        return failures;
    }

    /** What was noticed about the points. */
    public List<PointFindings> findings() {
        return findings;
    }

    /** Whether a point's readings are booked as energy. */
    public static boolean concerns(Point point) {
        return point.facts().stream().anyMatch(f -> f.carrier() != null);
    }

    /** The samples that computing touched hours of a point usually asks for. */
    public static TimeRange neededSamples(Point point, TimeRange touched) {
        return PointBooker.neededSamples(point, touched);
    }

    /**
     * Computes touched hours of an enterprise's points, as of now, and the sums that change with them. Of a point whose
     * arithmetic fails they are missing.
     */
    public static EnergyBooking compute(
            Handle handle,
            ReadingStore readings,
            Registry registry,
            Enterprise enterprise,
            Map<Point, TimeRange> touched,
            RegisterRules rules,
            long nowMs) {
        Map<Point, TimeRange> metered = new LinkedHashMap<>(touched);
        metered.keySet().removeIf(p -> !concerns(p));
        if (metered.isEmpty()) {
            return new EnergyBooking(enterprise.id(), List.of(), Map.of());
        }
        ParkTime time = registry.parkOf(enterprise).time();
        List<Point> all = registry.pointsOfEnterprise(enterprise.id()).stream()
                .filter(EnergyBooking::concerns)
                .toList();
        StoredPointHours stored =
                StoredPointHours.load(handle, all.stream().map(Point::id).toList(), around(metered));
        List<PointBooking> points = new ArrayList<>();
        List<HeldValue> held = new ArrayList<>();
        List<PointFailure> failures = new ArrayList<>();
        List<PointFindings> findings = new ArrayList<>();
        metered.forEach((point, hours) -> {
            PointBooker booker = new PointBooker(stored, readings, point, time, rules, nowMs);
            try {
                PointBooking booked = booker.book(hours);
                points.add(booked);
                Optional.ofNullable(booker.held(booked.range())).ifPresent(held::add);
                findings.add(booker.findings(booked.range()));
            } catch (PointArithmeticException e) {
                failures.add(PointFailure.of(e, hours));
                PointBooking missing = booker.missing(hours);
                points.add(missing);
                findings.add(booker.nothingFound(missing.range()));
            }
        });
        EnterpriseSums sums = new EnterpriseSums(handle, stored, enterprise.id(), all, time);
        EnergyBooking booking = new EnergyBooking(enterprise.id(), points, sums.changed(points));
        booking.held.addAll(held);
        booking.failures.addAll(failures);
        booking.findings.addAll(findings);
        return booking;
    }

    /** Hours that the bookings of these points usually look at. */
    private static TimeRange around(Map<Point, TimeRange> touched) {
        return touched.entrySet().stream()
                .map(e -> neededSamples(e.getKey(), e.getValue()))
                .reduce(TimeRange::span)
                .orElseThrow();
    }

    /** Writes the hours, the sums that follow from them, their marks, and the work that remains. */
    public void write(BooksTx tx, long nowMs, Duration historyAfter) {
        EnergyHourPointTable.write(tx.handle(), points, nowMs, historyAfter);
        AccountWorkTable.note(tx.handle(), remaining());
        sums.forEach((step, changed) -> write(tx, step, changed));
    }

    private Map<String, List<TimeRange>> remaining() {
        Map<String, List<TimeRange>> remaining = new LinkedHashMap<>();
        for (PointBooking booking : points) {
            TimeRange hours = booking.remaining();
            if (hours != null) {
                remaining.put(booking.point().id(), List.of(hours));
            }
        }
        return remaining;
    }

    private void write(BooksTx tx, Step step, EnergySums changed) {
        EnergyTable.write(tx.handle(), step, enterprise, changed);
        TreeSet<Long> starts = new TreeSet<>();
        changed.carriers().forEach(c -> starts.addAll(changed.of(c).keySet()));
        tx.marks().mark(kind(step), enterprise, starts);
        if (step == Step.MONTH) {
            starts.forEach(start -> IntensityWorkTable.note(tx.handle(), IntensityWork.withAreas(enterprise), start));
        }
    }

    private static Mark.Kind kind(Step step) {
        return switch (step) {
            case HOUR -> Mark.Kind.ENERGY_HOUR;
            case DAY -> Mark.Kind.ENERGY_DAY;
            case MONTH -> Mark.Kind.ENERGY_MONTH;
        };
    }
}
