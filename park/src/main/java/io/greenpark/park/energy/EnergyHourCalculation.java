package io.greenpark.park.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.sample.HourClock;
import io.greenpark.park.sample.PointArithmeticException;
import io.greenpark.park.sample.SampleFinding;
import io.greenpark.park.sample.SampleSpans;
import io.greenpark.park.sample.SampleSpans.Range;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the samples of a metering point into energy hours: a pure function of the set of samples, the point's dated facts
 * and how late it is. Which samples count, and for what time, says {@link SampleSpans}; nothing is ever filled with zero.
 *
 * <ul>
 *   <li>REGISTER: the rises that {@link RegisterArithmetic} finds. A rise across hours is spread evenly by cumulative
 *       rounding, so that the hours add up to the register's difference exactly; the hours are ESTIMATED where the rise
 *       takes more than one and a half times as long as samples are due, or as an hour.
 *   <li>INTERVAL, and GAUGE with a period: the amount of each period goes to the hours it covers; a period longer than an
 *       hour is spread over its real length and ESTIMATED within.
 *   <li>GAUGE without a period (power, flow): integrated over the time for which each value stands.
 * </ul>
 *
 * <p>Of values of the direction that the point does not count the amount is 0. Amounts above {@code maxPerHour} are not
 * counted.
 */
public final class EnergyHourCalculation {
    private static final BigDecimal HOUR = BigDecimal.valueOf(HOUR_MS);
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final int RATE_DIGITS = 12;

    /**
     * The hours of a window.
     *
     * @param hours one per statistical hour of the window, in order of time, MISSING ones included
     * @param settledMs samples later than those given do not change hours that end at or before this time, unless they
     *     bring a {@link Rework}
     * @param needsFromMs from when on register values were needed to be sure of these hours; null if those given were enough
     * @param reworks where register values changed what had been booked long before them
     * @param registerFindings what a person should look at
     * @param findings samples that count nowhere, or not where they say
     * @param heldToMs up to when the value that stands for now will stand, if nothing else comes: so long the hours grow
     *     with time; {@link Long#MIN_VALUE} if none does
     */
    public record Calculated(
            List<EnergyHour> hours,
            long settledMs,
            @Nullable Long needsFromMs,
            List<Rework> reworks,
            List<RegisterFinding> registerFindings,
            List<SampleFinding> findings,
            long heldToMs) {}

    /**
     * A decision that changes hours before it.
     *
     * @param decidedMs time of the sample that brought it about
     * @param fromMs from when on hours change
     */
    public record Rework(long decidedMs, long fromMs) {}

    private final Point point;
    private final HourClock clock;
    private final HourAccumulator accumulator;
    private final List<SampleFinding> findings = new ArrayList<>();
    private final AmountCheck amounts = new AmountCheck(findings);

    private EnergyHourCalculation(Point point, HourClock clock, HourAccumulator accumulator) {
        this.point = point;
        this.clock = clock;
        this.accumulator = accumulator;
    }

    /** How far from its own time a sample of the point may change hours, registers aside, in milliseconds. */
    public static long reachMs(Point point) {
        return Math.max(HOUR_MS, SampleSpans.reachMs(point));
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
     * @param nowMs how late it is; no momentary value stands for time after it
     * @throws PointArithmeticException if it fails, which then is the matter of this point alone
     */
    public static Calculated calculate(
            Point point,
            ParkTime time,
            List<Sample> samples,
            long registerFromMs,
            List<Long> correctedMs,
            long fromMs,
            long toMs,
            RegisterRules rules,
            long nowMs) {
        HourClock clock = new HourClock(time);
        HourAccumulator accumulator = new HourAccumulator(clock, fromMs, toMs);
        EnergyHourCalculation calculation = new EnergyHourCalculation(point, clock, accumulator);
        return PointArithmeticException.of(point, () -> {
            RegisterHistory history = calculation.registers(samples, registerFromMs, fromMs, toMs, rules);
            return calculation.run(history, samples, correctedMs, nowMs);
        });
    }

    private RegisterHistory registers(
            List<Sample> samples, long registerFromMs, long fromMs, long toMs, RegisterRules rules) {
        return register(point)
                ? RegisterArithmetic.run(point, samples, registerFromMs, fromMs, toMs, rules)
                : RegisterHistory.NONE;
    }

    private Calculated run(RegisterHistory history, List<Sample> samples, List<Long> correctedMs, long nowMs) {
        SampleSpans spans = SampleSpans.of(point, clock, samples, correctedMs, false, nowMs);
        findings.addAll(spans.findings());
        add(history.rises(), spans.spans());
        spans.replaced().forEach(r -> accumulator.correct(r.startMs(), r.endMs()));
        return new Calculated(
                accumulator.hours(history::restartAt),
                history.settledMs(),
                history.needsFromMs(),
                history.reworks(),
                history.findings(),
                findings,
                spans.heldToMs());
    }

    /** In order of time, also where a point was a register before, or after. */
    private void add(List<RegisterRise> rises, List<SampleSpans.Span> spans) {
        int next = 0;
        for (SampleSpans.Span span : spans) {
            while (next < rises.size() && rises.get(next).fromMs() < span.startMs()) {
                add(rises.get(next++));
            }
            try {
                take(span);
            } catch (RuntimeException e) {
                throw PointArithmeticException.at(point, span.sample(), e);
            }
        }
        rises.subList(next, rises.size()).forEach(this::add);
    }

    private void add(RegisterRise rise) {
        try {
            rise(rise);
        } catch (RuntimeException e) {
            throw PointArithmeticException.at(point, endOf(rise), e);
        }
    }

    private Sample endOf(RegisterRise rise) {
        BigDecimal perBase = FactsAt.required(point, rise.toMs()).unit().perBase();
        double value = rise.toBase().divide(perBase, MathContext.DECIMAL64).doubleValue();
        return new Sample(rise.toMs(), value, Flag.NORMAL, 0);
    }

    private void rise(RegisterRise rise) {
        if (!accumulator.reaches(rise.fromMs(), rise.toMs())) {
            return;
        }
        PointFacts facts = FactsAt.required(point, rise.fromMs());
        long due = Math.min(facts.expectedInterval().toMillis(), HOUR_MS);
        boolean spread = rise.unfrozen() || 2 * (rise.toMs() - rise.fromMs()) > 3 * due;
        Range over = spread ? new Range(rise.fromMs(), rise.toMs()) : null;
        long at = rise.fromMs();
        BigDecimal level = rise.fromBase();
        while (at < rise.toMs()) {
            PointFacts inForce = FactsAt.required(point, at);
            long until = Math.min(rise.toMs(), nextFactsAfter(at));
            BigDecimal reached = until == rise.toMs() ? rise.toBase() : levelAt(rise, until);
            BigDecimal ratio = inForce.effectiveRatio();
            accumulator.rise(at, until, level.multiply(ratio), reached.multiply(ratio), over);
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

    private void take(SampleSpans.Span span) {
        PointFacts facts = span.facts();
        // Also one that stands for no hour of the window: what is told of it is of the hour of its stamp, which may be.
        if (facts.carrier() == null) {
            return;
        }
        BigDecimal sent = FactsAt.base(facts, span.sample().value()).multiply(facts.effectiveRatio());
        if (span.period()) {
            period(facts, span, sent);
        } else if (amounts.canFlow(facts, span.sample(), flown(facts, sent, HOUR), HOUR)) {
            hold(facts, span, counted(facts, sent));
        }
    }

    private void period(PointFacts facts, SampleSpans.Span span, BigDecimal sent) {
        BigDecimal length = BigDecimal.valueOf(span.endMs() - span.startMs());
        BigDecimal hourTimes = facts.kind() == PointKind.INTERVAL ? sent.multiply(HOUR) : flown(facts, sent, length);
        if (!amounts.canFlow(facts, span.sample(), hourTimes, length)) {
            return;
        }
        BigDecimal counted = counted(facts, hourTimes);
        if (span.endMs() <= clock.hourEnd(span.startMs())) {
            accumulator.add(span.startMs(), span.endMs(), counted);
        } else {
            Range over = span.endMs() - span.startMs() > HOUR_MS ? new Range(span.startMs(), span.endMs()) : null;
            BigDecimal amount = counted.divide(HOUR, RATE_DIGITS, RoundingMode.HALF_UP);
            accumulator.rise(span.startMs(), span.endMs(), BigDecimal.ZERO, amount, over);
        }
    }

    private void hold(PointFacts facts, SampleSpans.Span span, BigDecimal rate) {
        for (long at = span.startMs(); at < span.endMs(); ) {
            long until = Math.min(span.endMs(), clock.hourEnd(at));
            accumulator.add(at, until, flown(facts, rate, BigDecimal.valueOf(until - at)));
            at = until;
        }
    }

    private static BigDecimal counted(PointFacts facts, BigDecimal amount) {
        return switch (facts.counting().direction()) {
            case NET -> amount;
            case IMPORT -> amount.max(BigDecimal.ZERO);
            case EXPORT -> amount.negate().max(BigDecimal.ZERO);
        };
    }

    /** What flows at a rate in so many milliseconds, times those in an hour, so that nothing is rounded. */
    private static BigDecimal flown(PointFacts facts, BigDecimal rate, BigDecimal lengthMs) {
        BigDecimal perHour = facts.unit().dimension() == Dimension.VOLUME_FLOW ? rate.multiply(SECONDS_PER_HOUR) : rate;
        return perHour.multiply(lengthMs);
    }
}
