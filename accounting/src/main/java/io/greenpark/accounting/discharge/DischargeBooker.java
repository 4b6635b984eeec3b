package io.greenpark.accounting.discharge;

import io.greenpark.accounting.finding.PointFindings;
import io.greenpark.accounting.work.HeldValue;
import io.greenpark.accounting.work.PointFailure;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.accounting.work.UpsertListener;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.sample.PointArithmeticException;
import io.greenpark.park.time.ParkTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Computes hourly and daily means of discharge points. It remembers what slices of days bring to their means, so it must be
 * told of everything put into the set of readings. Used by the one thread that books.
 */
public final class DischargeBooker implements UpsertListener {
    /** The days that an hour's samples reach into. */
    private static final long LONGEST_DAYS_MS = Duration.ofDays(3).toMillis();

    private final DayMeanParts parts = new DayMeanParts();

    /** Whether means are kept of a point: a gauge at an outlet. */
    public static boolean concerns(Point point) {
        return point.outletId() != null && point.facts().stream().anyMatch(f -> f.kind() == PointKind.GAUGE);
    }

    /** The samples that computing touched hours of a point will ask for. */
    public TimeRange neededSamples(Point point, ParkTime time, TimeRange touched) {
        return means(point, time, touched).neededSamples();
    }

    /** Computes the means of touched hours and their days, as of now; a point whose arithmetic fails has none. */
    public DischargeBooking compute(
            Handle handle, ReadingStore readings, ParkTime time, Map<Point, TimeRange> touched, long nowMs) {
        VoidedMeans voided = voided(handle, touched);
        List<ChangedMeans> changed = new ArrayList<>();
        List<HeldValue> held = new ArrayList<>();
        List<PointFailure> failures = new ArrayList<>();
        List<PointFindings> findings = new ArrayList<>();
        touched.forEach((point, hours) -> {
            if (concerns(point)) {
                PointMeans means = means(point, time, hours);
                BookedMeans booked;
                try {
                    booked = means.compute(handle, readings, voided, nowMs);
                } catch (PointArithmeticException e) {
                    failures.add(PointFailure.of(e, hours));
                    booked = means.missing(handle);
                }
                changed.addAll(booked.changed());
                if (booked.held() != null) {
                    held.add(booked.held());
                }
                findings.add(booked.findings());
            }
        });
        return new DischargeBooking(changed, held, failures, findings);
    }

    /** Those of the days that the hours lie in. */
    private static VoidedMeans voided(Handle handle, Map<Point, TimeRange> touched) {
        TimeRange all = touched.values().stream().reduce(TimeRange::span).orElse(new TimeRange(0, 1));
        return VoidedMeans.in(handle, all.widened(LONGEST_DAYS_MS));
    }

    private PointMeans means(Point point, ParkTime time, TimeRange touched) {
        parts.madeFor(point, time);
        return new PointMeans(point, time, touched, parts);
    }

    @Override
    public void upserted(List<Reading> readings) {
        parts.forgetSlicesOf(readings);
    }

    @Override
    public void invalidate() {
        parts.clear();
    }
}
