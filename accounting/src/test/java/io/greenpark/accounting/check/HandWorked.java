package io.greenpark.accounting.check;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A point and its series, written down as one would on paper; times are local. */
final class HandWorked {
    private static final RegisterLimits LIMITS = new RegisterLimits(Duration.ofDays(35), Duration.ofDays(400));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");

    private final ParkPeriods periods;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Sample> superseded = new ArrayList<>();
    private final List<Replacement> replacements = new ArrayList<>();
    private PointFacts facts;
    private String now = "2030-01-01 00:00";

    private HandWorked(PointKind kind, Unit unit, String period, String due, @Nullable Carrier carrier) {
        periods = new ParkPeriods(ZoneId.of("Asia/Shanghai"));
        facts = new PointFacts(
                Instant.EPOCH,
                unit,
                kind,
                Duration.parse(period),
                Stamp.END,
                Duration.parse(due),
                null,
                BigDecimal.ONE,
                false,
                null,
                carrier,
                carrier != null,
                periods.zone());
    }

    /** A register in kWh. */
    static HandWorked register(String due) {
        return new HandWorked(PointKind.REGISTER, Unit.KWH, "PT0S", due, Carrier.ELECTRICITY);
    }

    static HandWorked interval(String period) {
        return new HandWorked(PointKind.INTERVAL, Unit.KWH, period, period, Carrier.ELECTRICITY);
    }

    /** Momentary power in kW. */
    static HandWorked power(String due) {
        return new HandWorked(PointKind.GAUGE, Unit.KW, "PT0S", due, Carrier.ELECTRICITY);
    }

    static HandWorked concentration(String period, String due) {
        return new HandWorked(PointKind.GAUGE, Unit.MG_PER_M3, period, due, null);
    }

    HandWorked maxPerHour(String kwh) {
        return with(new BigDecimal(kwh), facts.registerRange());
    }

    HandWorked range(String value) {
        return with(facts.maxPerHour(), new BigDecimal(value));
    }

    private HandWorked with(@Nullable BigDecimal max, @Nullable BigDecimal range) {
        facts = new PointFacts(
                facts.validFrom(),
                facts.unit(),
                facts.kind(),
                facts.period(),
                facts.stamp(),
                facts.expectedInterval(),
                max,
                facts.ratio(),
                facts.ratioApplied(),
                range,
                facts.carrier(),
                facts.boundary(),
                facts.zone());
        return this;
    }

    HandWorked now(String time) {
        now = time;
        return this;
    }

    HandWorked at(String time, double value) {
        return at(time, value, Flag.NORMAL);
    }

    HandWorked at(String time, double value, Flag flag) {
        samples.add(new Sample(ms(time), value, flag, ms(time)));
        return this;
    }

    /** A value that arrived at another time. */
    HandWorked late(String time, double value, String arrival) {
        samples.add(new Sample(ms(time), value, Flag.NORMAL, ms(arrival)));
        return this;
    }

    /** Values one after the other, as far apart as the point is due. */
    HandWorked from(String time, double... values) {
        long at = ms(time);
        for (double value : values) {
            samples.add(new Sample(at, value, Flag.NORMAL, at));
            at += facts.expectedInterval().toMillis();
        }
        return this;
    }

    /** A value that another one of the same time replaced. */
    HandWorked replaced(String time, double value) {
        superseded.add(new Sample(ms(time), value, Flag.NORMAL, ms(time)));
        return this;
    }

    HandWorked replacement(String time, String oldEnd, String newStart) {
        replacements.add(
                new Replacement(Instant.ofEpochMilli(ms(time)), new BigDecimal(oldEnd), new BigDecimal(newStart)));
        return this;
    }

    private long ms(String time) {
        return LocalDateTime.parse(time, TIME)
                .atZone(periods.zone())
                .toInstant()
                .toEpochMilli();
    }

    private List<CheckedFacts> facts() {
        return CheckedFacts.of(new Point(
                "p", "d", "k", "e", null, "electricity", Bilingual.same("p"), List.of(facts), replacements, null));
    }

    private List<PointValue> series() {
        samples.sort(Comparator.comparingLong(Sample::timeMs));
        return PointValue.series(facts(), samples, superseded);
    }

    /** Amounts such as {@code 12.5 kWh MEASURED 60 min}, by local times of begin. */
    Map<String, String> amounts(Step step) {
        Map<String, String> told = new TreeMap<>();
        new PointEnergy(series(), facts(), replacements, LIMITS, periods, ms(now))
                .amounts(step)
                .forEach((start, a) -> told.put(
                        local(step, start),
                        EnergyComparison.amount(a.amount(), Unit.KWH) + " " + a.quality() + " " + a.coveredMs() / 60_000
                                + " min"));
        return told;
    }

    /** The sum of all amounts in kWh. */
    String total() {
        long sum = new PointEnergy(series(), facts(), replacements, LIMITS, periods, ms(now))
                .amounts(Step.HOUR).values().stream()
                        .mapToLong(Amounts.Amount::amount)
                        .sum();
        return Unit.KWH.fromBase(sum).toPlainString();
    }

    /** Means such as {@code 12.5 MEASURED 100 %}, by local times of begin. */
    Map<String, String> means(Step step) {
        Map<String, String> told = new TreeMap<>();
        new PointMeans(series(), facts(), periods, ms(now))
                .means(step)
                .forEach((start, m) -> told.put(
                        local(step, start),
                        m.mean().stripTrailingZeros().toPlainString() + " " + m.quality() + " "
                                + Math.round(m.completeness() * 100) + " %"));
        return told;
    }

    private String local(Step step, long start) {
        String pattern = step == Step.HOUR ? "dd HH" : step == Step.DAY ? "MM-dd" : "yyyy-MM";
        return DateTimeFormatter.ofPattern(pattern).format(periods.local(start));
    }
}
