package io.greenpark.park.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Dimension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the samples of a metering point into energy hours: a pure function of the set of samples and the point's
 * dated facts. Units and ratios are applied by valid-from. Only samples flagged normal count (HJ 212-2017, Table 8);
 * nothing is ever filled with zero.
 *
 * <ul>
 *   <li>REGISTER: the rises that {@link RegisterArithmetic} finds. A rise across hours is spread evenly by cumulative
 *       rounding, so that the hours add up to the register's difference exactly; the hours are ESTIMATED where the rise
 *       takes more than one and a half times as long as samples are due, or as an hour.
 *   <li>INTERVAL, and GAUGE with a period: the amount of each period goes to the hours it covers; a period longer than an
 *       hour is spread over its real length and ESTIMATED within. Negative amounts and amounts above {@code maxPerHour}
 *       are not counted.
 *   <li>GAUGE without a period (power, flow): held from sample to sample, at most for twice the expected interval.
 * </ul>
 */
public final class EnergyHourCalculation {
    private static final BigDecimal HOUR = BigDecimal.valueOf(HOUR_MS);
    private static final int HOLD_INTERVALS = 2;

    /**
     * The hours of a window.
     *
     * @param hours one per statistical hour of the window, in order of time, MISSING ones included
     * @param settledMs samples later than those given do not change hours that end at or before this time, unless they
     *     bring a {@link Rework}
     * @param needsFromMs from when on register values were needed to be sure of these hours; null if those given were enough
     * @param reworks where register values changed what had been booked long before them
     * @param findings what a person should look at
     */
    public record Calculated(
            List<EnergyHour> hours,
            long settledMs,
            @Nullable Long needsFromMs,
            List<Rework> reworks,
            List<RegisterFinding> findings) {}

    /**
     * A decision that changes hours before it.
     *
     * @param decidedMs time of the sample that brought it about
     * @param fromMs from when on hours change
     */
    public record Rework(long decidedMs, long fromMs) {}

    private final Point point;
    private final ParkTime time;
    private final HourAccumulator accumulator;

    private EnergyHourCalculation(Point point, ParkTime time, HourAccumulator accumulator) {
        this.point = point;
        this.time = time;
        this.accumulator = accumulator;
    }

    /**
     * How far from its own time a sample of the point may change hours, registers aside, in milliseconds.
     */
    public static long reachMs(Point point) {
        long reach = HOUR_MS;
        for (PointFacts f : point.facts()) {
            reach = Math.max(reach, f.period().toMillis() + HOUR_MS);
            reach = Math.max(reach, HOLD_INTERVALS * f.expectedInterval().toMillis());
        }
        return reach;
    }

    /** Whether the point is a register now or ever was one: then hours depend on samples at any distance before. */
    public static boolean register(Point point) {
        return point.facts().stream().anyMatch(f -> f.kind() == PointKind.REGISTER);
    }

    /**
     * Computes the hours of {@code [fromMs, toMs)}.
     *
     * @param samples in order of time, each time once; from a restart before the window ({@link EnergyHour#restartMs})
     *     or from the first on, in any case from {@link #reachMs} before the window, to {@link #reachMs} after it
     * @param registerFromMs the restart, {@link Long#MIN_VALUE} for the first sample; register values before it are
     *     left alone
     * @param correctedMs times at which a later reading replaced a differing one
     */
    public static Calculated calculate(
            Point point,
            ParkTime time,
            List<Sample> samples,
            long registerFromMs,
            List<Long> correctedMs,
            long fromMs,
            long toMs) {
        return calculate(point, time, samples, registerFromMs, correctedMs, fromMs, toMs, RegisterRules.defaults());
    }

    /** As above, by other rules than the default ones. */
    public static Calculated calculate(
            Point point,
            ParkTime time,
            List<Sample> samples,
            long registerFromMs,
            List<Long> correctedMs,
            long fromMs,
            long toMs,
            RegisterRules rules) {
        HourAccumulator accumulator = new HourAccumulator(time, fromMs, toMs);
        EnergyHourCalculation calculation = new EnergyHourCalculation(point, time, accumulator);
        RegisterHistory history = register(point)
                ? RegisterArithmetic.run(point, samples, registerFromMs, fromMs, toMs, rules)
                : RegisterHistory.NONE;
        history.rises().forEach(calculation::rise);
        calculation.periodsAndHolds(samples);
        correctedMs.forEach(calculation::corrected);
        return new Calculated(
                accumulator.hours(history::restartAt),
                history.settledMs(),
                history.needsFromMs(),
                history.reworks(),
                history.findings());
    }

    private void rise(RegisterRise rise) {
        if (!accumulator.reaches(rise.fromMs(), rise.toMs())) {
            return;
        }
        PointFacts facts = FactsAt.required(point, rise.fromMs());
        long due = Math.min(facts.expectedInterval().toMillis(), HOUR_MS);
        boolean crosses = accumulator.hourOf(rise.fromMs()) != accumulator.hourOf(rise.toMs() - 1);
        boolean estimated = crosses && (rise.unfrozen() || 2 * (rise.toMs() - rise.fromMs()) > 3 * due);
        long at = rise.fromMs();
        BigDecimal level = rise.fromBase();
        while (at < rise.toMs()) {
            PointFacts inForce = FactsAt.required(point, at);
            long until = Math.min(rise.toMs(), nextFactsAfter(at));
            BigDecimal reached = until == rise.toMs() ? rise.toBase() : levelAt(rise, until);
            BigDecimal ratio = inForce.effectiveRatio();
            accumulator.rise(at, until, level.multiply(ratio), reached.multiply(ratio), estimated);
            level = reached;
            at = until;
        }
    }

    private static BigDecimal levelAt(RegisterRise rise, long at) {
        return rise.fromBase()
                .add(rise.toBase()
                        .subtract(rise.fromBase())
                        .multiply(BigDecimal.valueOf(at - rise.fromMs()))
                        .divide(BigDecimal.valueOf(rise.toMs() - rise.fromMs()), 9, RoundingMode.HALF_UP));
    }

    private long nextFactsAfter(long at) {
        for (PointFacts f : point.facts()) {
            if (f.validFrom().toEpochMilli() > at) {
                return f.validFrom().toEpochMilli();
            }
        }
        return Long.MAX_VALUE;
    }

    private void periodsAndHolds(List<Sample> samples) {
        for (int i = 0; i < samples.size(); i++) {
            Sample s = samples.get(i);
            PointFacts facts = SamplePeriod.facts(point, s.timeMs());
            if (facts == null || facts.carrier() == null || facts.kind() == PointKind.REGISTER) {
                continue;
            }
            if (facts.kind() == PointKind.INTERVAL
                    || facts.kind() == PointKind.GAUGE && !facts.period().isZero()) {
                period(facts, s);
            } else if (facts.kind() == PointKind.GAUGE) {
                long next = i + 1 < samples.size() ? samples.get(i + 1).timeMs() : Long.MAX_VALUE;
                hold(facts, s, next);
            }
        }
    }

    private void period(PointFacts facts, Sample s) {
        SamplePeriod p = SamplePeriod.of(facts, time, s.timeMs());
        if (!accumulator.reaches(p.startMs(), p.endMs())) {
            return;
        }
        BigDecimal length = BigDecimal.valueOf(p.endMs() - p.startMs());
        BigDecimal sent = FactsAt.base(facts, s.value()).multiply(facts.effectiveRatio());
        BigDecimal amount = facts.kind() == PointKind.INTERVAL ? sent : integrated(facts, sent, length);
        if (!s.flag().isNormal() || !plausible(facts, amount, length)) {
            return;
        }
        if (accumulator.hourOf(p.startMs()) == accumulator.hourOf(p.endMs() - 1)) {
            accumulator.add(p.startMs(), p.endMs(), amount);
        } else {
            boolean spread = p.endMs() - p.startMs() > HOUR_MS;
            accumulator.rise(p.startMs(), p.endMs(), BigDecimal.ZERO, amount, spread);
        }
    }

    private void hold(PointFacts facts, Sample s, long nextMs) {
        long end = Math.min(
                nextMs, s.timeMs() + HOLD_INTERVALS * facts.expectedInterval().toMillis());
        BigDecimal rate = FactsAt.base(facts, s.value()).multiply(facts.effectiveRatio());
        if (!s.flag().isNormal() || !plausible(facts, integrated(facts, rate, HOUR), HOUR)) {
            return;
        }
        for (long at = s.timeMs(); at < end; ) {
            long until = Math.min(end, accumulator.hourOf(at) + HOUR_MS);
            accumulator.add(at, until, integrated(facts, rate, BigDecimal.valueOf(until - at)));
            at = until;
        }
    }

    /** Watts over milliseconds in watt-hours, litres per second over milliseconds in litres. */
    private static BigDecimal integrated(PointFacts facts, BigDecimal rate, BigDecimal lengthMs) {
        return facts.unit().dimension() == Dimension.VOLUME_FLOW
                ? rate.multiply(lengthMs).movePointLeft(3)
                : rate.multiply(lengthMs).divide(HOUR, 12, RoundingMode.HALF_UP);
    }

    private static boolean plausible(PointFacts facts, BigDecimal amount, BigDecimal lengthMs) {
        if (amount.signum() < 0 || amount.compareTo(RegisterArithmetic.PLAUSIBLE_BASE_UNITS) >= 0) {
            return false;
        }
        BigDecimal maxPerHour = facts.maxPerHour();
        return maxPerHour == null
                || amount.multiply(HOUR).compareTo(maxBase(facts, maxPerHour).multiply(lengthMs)) <= 0;
    }

    private static BigDecimal maxBase(PointFacts facts, BigDecimal maxPerHour) {
        BigDecimal base = facts.unit().toBase(maxPerHour);
        return facts.unit().dimension() == Dimension.VOLUME_FLOW ? base.multiply(BigDecimal.valueOf(3600)) : base;
    }

    private void corrected(long timeMs) {
        PointFacts facts = SamplePeriod.facts(point, timeMs);
        if (facts == null) {
            return;
        }
        if (facts.kind() == PointKind.REGISTER) {
            accumulator.correct(timeMs - 1);
            accumulator.correct(timeMs);
        } else {
            SamplePeriod p = SamplePeriod.of(facts, time, timeMs);
            for (long at = p.startMs(); at < p.endMs(); at += HOUR_MS) {
                accumulator.correct(at);
            }
        }
    }
}
