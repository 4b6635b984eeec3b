package io.greenpark.acceptance.comparison;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What kept readings say of a time between them. A register or a momentary value lies on the straight line from the reading before to
 * the one after; amounts of periods spread evenly over their period. Where readings lack, nothing is said.
 */
public final class Interpolation {
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    /** A point may miss one sample and be late with another; further apart nothing is known of the time between. */
    private static final int LARGEST_GAP = 3;

    private final Point point;
    /** Oldest first, none of them flagged. */
    private final List<Sample> samples;

    /** @param samples of the point around the times that are asked about, as {@link #reachMs} says */
    public Interpolation(Point point, List<Sample> samples) {
        this.point = point;
        this.samples = samples.stream().filter(s -> s.flag().isNormal()).toList();
    }

    /** How far around a time readings have a part in what is said of it, in milliseconds. */
    public static long reachMs(Point point, Instant at) {
        PointFacts facts = point.factsAt(at).orElseGet(point::currentFacts);
        long apart =
                Math.max(facts.expectedInterval().toMillis(), facts.period().toMillis());
        return LARGEST_GAP * apart;
    }

    /** The value at a time. */
    public PlatformReading at(Instant time) {
        PointFacts facts = point.factsAt(time).orElse(null);
        if (facts == null) {
            return PlatformReading.missing(Missing.NO_FACTS, null, null);
        }
        if (facts.kind() == PointKind.INTERVAL || facts.kind() == PointKind.STATE) {
            return PlatformReading.missing(Missing.BY_PERIOD, null, null);
        }
        long timeMs = time.toEpochMilli();
        long reach = reachMs(point, time);
        Optional<Sample> before = samples.stream()
                .filter(s -> s.timeMs() <= timeMs && s.timeMs() >= timeMs - reach)
                .reduce((one, later) -> later);
        Optional<Sample> after = samples.stream()
                .filter(s -> s.timeMs() >= timeMs && s.timeMs() <= timeMs + reach)
                .findFirst();
        if (before.isEmpty() || after.isEmpty()) {
            Missing why = before.isEmpty() ? Missing.NO_READING_BEFORE : Missing.NO_READING_SINCE;
            return PlatformReading.missing(why, when(before), when(after));
        }
        return between(facts, before.get(), after.get(), timeMs, reach);
    }

    private PlatformReading between(PointFacts facts, Sample before, Sample after, long timeMs, long reach) {
        Instant from = Instant.ofEpochMilli(before.timeMs());
        Instant to = Instant.ofEpochMilli(after.timeMs());
        long span = after.timeMs() - before.timeMs();
        if (span > reach) {
            return PlatformReading.missing(Missing.GAP, from, to);
        }
        if (differs(facts, from) || differs(facts, to)) {
            return PlatformReading.missing(Missing.FACTS_CHANGED, from, to);
        }
        BigDecimal first = primary(facts, before.value());
        BigDecimal last = primary(facts, after.value());
        if (facts.kind() == PointKind.REGISTER && (last.compareTo(first) < 0 || replaced(from, to))) {
            return PlatformReading.missing(Missing.REGISTER_FELL, from, to);
        }
        BigDecimal value = span == 0
                ? first
                : first.add(last.subtract(first)
                        .multiply(BigDecimal.valueOf(timeMs - before.timeMs()))
                        .divide(BigDecimal.valueOf(span), DIGITS));
        return new PlatformReading(value, first.min(last), first.max(last), step(facts), from, to, null);
    }

    /** What adds up from a time to a later one. */
    public PlatformAmount between(Instant from, Instant to) {
        PointFacts facts = point.factsAt(from).orElse(null);
        if (facts == null) {
            return PlatformAmount.missing(Missing.NO_FACTS);
        }
        if (differs(facts, to)) {
            return PlatformAmount.missing(Missing.FACTS_CHANGED);
        }
        if (facts.kind() == PointKind.INTERVAL) {
            return periods(facts, from, to);
        }
        PlatformReading first = at(from);
        PlatformReading last = at(to);
        BigDecimal start = first.value();
        BigDecimal end = last.value();
        if (start == null || end == null) {
            Missing why = first.missing() == null ? last.missing() : first.missing();
            return PlatformAmount.missing(why == null ? Missing.GAP : why);
        }
        if (facts.kind() == PointKind.REGISTER && (end.compareTo(start) < 0 || replaced(from, to))) {
            return PlatformAmount.missing(Missing.REGISTER_FELL);
        }
        return new PlatformAmount(end.subtract(start), step(facts), null);
    }

    private PlatformAmount periods(PointFacts facts, Instant from, Instant to) {
        long fromMs = from.toEpochMilli();
        long toMs = to.toEpochMilli();
        long length = facts.period().isZero()
                ? facts.expectedInterval().toMillis()
                : facts.period().toMillis();
        BigDecimal sum = BigDecimal.ZERO;
        long covered = fromMs;
        for (Sample s : samples) {
            long start = facts.stamp() == Stamp.END ? s.timeMs() - length : s.timeMs();
            long own = Math.min(start + length, toMs) - Math.max(start, covered);
            if (own <= 0) {
                continue;
            }
            if (Math.max(start, covered) > covered) {
                return PlatformAmount.missing(covered == fromMs ? Missing.NO_READING_BEFORE : Missing.GAP);
            }
            sum = sum.add(primary(facts, s.value())
                    .multiply(BigDecimal.valueOf(own))
                    .divide(BigDecimal.valueOf(length), DIGITS));
            covered += own;
        }
        return covered < toMs
                ? PlatformAmount.missing(Missing.NO_READING_SINCE)
                : new PlatformAmount(sum, step(facts), null);
    }

    private boolean replaced(Instant from, Instant to) {
        return point.replacements().stream().anyMatch(r -> r.at().isAfter(from) && !r.at().isAfter(to));
    }

    private boolean differs(PointFacts facts, Instant at) {
        return point.factsAt(at)
                .filter(other -> other.unit() == facts.unit()
                        && other.kind() == facts.kind()
                        && other.effectiveRatio().compareTo(facts.effectiveRatio()) == 0)
                .isEmpty();
    }

    private static BigDecimal primary(PointFacts facts, double value) {
        return BigDecimal.valueOf(value).multiply(facts.effectiveRatio());
    }

    /** The digits that were sent: a register that sends hundredths shows it within a few readings. */
    private BigDecimal step(PointFacts facts) {
        int digits = samples.stream()
                .mapToInt(s -> Math.max(
                        0, BigDecimal.valueOf(s.value()).stripTrailingZeros().scale()))
                .max()
                .orElse(0);
        return BigDecimal.ONE.movePointLeft(digits).multiply(facts.effectiveRatio());
    }

    private static @Nullable Instant when(Optional<Sample> sample) {
        return sample.map(s -> Instant.ofEpochMilli(s.timeMs())).orElse(null);
    }
}
