package io.greenpark.accounting.check;

import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one point used, from its whole series. */
final class PointEnergy {
    private static final BigDecimal HOUR = BigDecimal.valueOf(ParkPeriods.HOUR_MS);

    private final List<PointValue> series;
    private final List<CheckedFacts> facts;
    private final List<Rise> rises;
    private final Stays stays;
    private final ParkPeriods periods;

    PointEnergy(
            List<PointValue> series,
            List<CheckedFacts> facts,
            List<Replacement> replacements,
            RegisterLimits limits,
            ParkPeriods periods,
            long nowMs) {
        this.series = series;
        this.facts = facts;
        this.periods = periods;
        boolean register = facts.stream().anyMatch(CheckedFacts::isRegister);
        this.rises = register
                ? Rises.of(series.stream().filter(v -> v.facts().isRegister()).toList(), facts, replacements, limits)
                : List.of();
        this.stays = Stays.of(series, facts, periods, false, nowMs);
    }

    /** By the start of hours, days or months; periods without any amount are not in it. */
    Map<Long, Amounts.Amount> amounts(Step step) {
        Amounts amounts = addedUp(new Amounts(step, periods));
        amounts.correct(stays.corrected());
        amounts.correct(replacedRegisterValues());
        return step == Step.HOUR ? amounts.all() : amounts.sums(amounts(Step.HOUR));
    }

    /** How much of each hour is estimated, seen from itself, its day or its month; none of hours that are not in it. */
    Map<Long, EstimatedShare> sharesSeenFrom(Step level) {
        Map<Long, EstimatedShare> shares = new HashMap<>();
        addedUp(new Amounts(Step.HOUR, level, periods)).all().forEach((start, a) -> {
            if (a.estimatedMs() > 0) {
                shares.put(start, new EstimatedShare(a.estimatedMs(), a.estimated()));
            }
        });
        return shares;
    }

    private Amounts addedUp(Amounts amounts) {
        rises.forEach(amounts::add);
        for (Stay stay : stays.all()) {
            add(stay, amounts);
        }
        return amounts;
    }

    private static void add(Stay stay, Amounts amounts) {
        CheckedFacts f = stay.value().facts();
        boolean gauge = f.kind() == PointKind.GAUGE;
        if (f.carrier() == null || !gauge && f.kind() != PointKind.INTERVAL) {
            return;
        }
        double sent = stay.value().sent();
        BigDecimal perHour = f.perHour(sent);
        if (!f.hasPeriod()) {
            if (f.canFlow(perHour.multiply(HOUR), ParkPeriods.HOUR_MS)) {
                amounts.addFlow(stay.time(), f.direction().counted(perHour));
            }
            return;
        }
        long length = stay.time().length();
        BigDecimal hourTimes = gauge
                ? perHour.multiply(BigDecimal.valueOf(length))
                : f.unit().toBase(f.real(sent)).multiply(HOUR);
        if (f.canFlow(hourTimes, length)) {
            addPeriod(stay, f.direction().counted(hourTimes), amounts);
        }
    }

    private static void addPeriod(Stay stay, BigDecimal hourTimes, Amounts amounts) {
        if (amounts.isWithinOne(stay.time())) {
            amounts.addWithin(stay.time(), hourTimes);
        } else {
            Span over = stay.time().length() > ParkPeriods.HOUR_MS ? stay.time() : null;
            BigDecimal amount = hourTimes.divide(HOUR, MathContext.DECIMAL128);
            amounts.add(new Rise(stay.time(), BigDecimal.ZERO, amount, over));
        }
    }

    /** A register's value bounds what flowed before and after it. */
    private List<Span> replacedRegisterValues() {
        List<Span> times = new ArrayList<>();
        for (PointValue v : series) {
            if (v.facts().isRegister() && v.replaced()) {
                times.add(new Span(v.atMs() - 1, v.atMs() + 1));
            }
        }
        return times;
    }

    /** The facts that say what an hour's amount is of and how it counts: those at its begin, or the first. */
    CheckedFacts factsOf(Span hour) {
        CheckedFacts at = PointValue.at(facts, hour.fromMs());
        return at == null ? facts.get(0) : at;
    }

    static boolean isMeter(List<CheckedFacts> facts) {
        return facts.stream().anyMatch(f -> f.carrier() != null && f.kind() != PointKind.STATE);
    }
}
