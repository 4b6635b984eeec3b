package io.greenpark.accounting.point;

import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.EnergyPeriod;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Amounts of meters: sums of the hours that are booked of each. */
final class MeterAmounts {
    private final PeriodSpan span;
    private final Map<String, TreeMap<Integer, EnergyPeriod>> sums = new HashMap<>();

    private MeterAmounts(PeriodSpan span) {
        this.span = span;
    }

    static MeterAmounts load(Handle handle, List<String> points, PeriodSpan span) {
        MeterAmounts amounts = new MeterAmounts(span);
        HourBook.over(handle).each(points, span.whole(), (point, stored) -> {
            int index = span.indexOf(stored.hour().hourMs());
            amounts.sums
                    .computeIfAbsent(point, p -> new TreeMap<>())
                    .compute(index, (i, sum) -> amounts.orNone(index, sum).plus(span.step(), stored.hour()));
        });
        return amounts;
    }

    private EnergyPeriod orNone(int index, @Nullable EnergyPeriod sum) {
        TimeRange period = span.periods().get(index);
        return sum != null ? sum : EnergyPeriod.none(period.toMs() - period.fromMs());
    }

    /** That of the values as sent where it measures what the carrier is counted in. */
    static Unit unit(Point point) {
        PointFacts facts = point.currentFacts();
        Carrier carrier = facts.carrier();
        return carrier == null || carrier.unit().dimension() == facts.unit().dimension()
                ? facts.unit()
                : carrier.unit();
    }

    List<PointPeriod> of(Point point) {
        List<PointPeriod> periods = new ArrayList<>();
        Unit unit = unit(point);
        sums.getOrDefault(point.id(), new TreeMap<>()).forEach((index, sum) -> {
            if (sum.amount() != null) {
                periods.add(period(point, span.periods().get(index), sum, unit));
            }
        });
        return periods;
    }

    private static PointPeriod period(Point point, TimeRange period, EnergyPeriod sum, Unit unit) {
        long amount = Objects.requireNonNull(sum.amount());
        return new PointPeriod(
                Instant.ofEpochMilli(period.fromMs()),
                Instant.ofEpochMilli(period.toMs()),
                unit.fromBase(amount),
                null,
                null,
                null,
                Coverage.of(sum.coveredMs(), sum.estimated().ms(), PeriodSpan.usedMs(point, period)),
                sum.quality());
    }
}
