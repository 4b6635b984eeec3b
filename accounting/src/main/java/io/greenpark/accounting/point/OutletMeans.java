package io.greenpark.accounting.point;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Booked means of outlet points; those of months are made of the days', each as heavy as the time it rests on. */
final class OutletMeans {
    private OutletMeans() {}

    /** The step whose rows are needed for another. */
    static Step booked(Step step) {
        return step == Step.MONTH ? Step.DAY : step;
    }

    static List<PointPeriod> of(List<DischargeRow> rows, PeriodSpan span) {
        return span.step() == Step.MONTH
                ? months(rows, span)
                : rows.stream().map(OutletMeans::period).toList();
    }

    private static PointPeriod period(DischargeRow row) {
        return new PointPeriod(
                row.from(),
                row.to(),
                Objects.requireNonNull(row.mean()),
                null,
                null,
                row.validSamples(),
                Coverage.measured(row.completeness()),
                row.quality());
    }

    private static List<PointPeriod> months(List<DischargeRow> days, PeriodSpan span) {
        TreeMap<Integer, List<DischargeRow>> byMonth = new TreeMap<>();
        days.forEach(day -> byMonth.computeIfAbsent(span.indexOf(day.from().toEpochMilli()), i -> new ArrayList<>())
                .add(day));
        List<PointPeriod> months = new ArrayList<>();
        byMonth.forEach((index, own) -> months.add(month(span.periods().get(index), own)));
        return months;
    }

    private static PointPeriod month(TimeRange month, List<DischargeRow> days) {
        BigDecimal sum = BigDecimal.ZERO;
        long coveredMs = 0;
        int samples = 0;
        boolean corrected = false;
        for (DischargeRow day : days) {
            long ms = Math.round(
                    day.completeness() * Duration.between(day.from(), day.to()).toMillis());
            sum = sum.add(Objects.requireNonNull(day.mean()).multiply(BigDecimal.valueOf(ms)));
            coveredMs += ms;
            samples += day.validSamples();
            corrected |= day.quality() == Quality.CORRECTED;
        }
        long lengthMs = month.toMs() - month.fromMs();
        Quality complete = coveredMs >= lengthMs ? Quality.MEASURED : Quality.PARTIAL;
        return new PointPeriod(
                Instant.ofEpochMilli(month.fromMs()),
                Instant.ofEpochMilli(month.toMs()),
                sum.divide(BigDecimal.valueOf(Math.max(1, coveredMs)), MathContext.DECIMAL64),
                null,
                null,
                samples,
                Coverage.measured(Math.min(1.0, (double) coveredMs / lengthMs)),
                corrected ? Quality.CORRECTED : complete);
    }
}
