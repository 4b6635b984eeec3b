package io.greenpark.accounting.check;

import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one point used, from its whole series. */
final class PointEnergy {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

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
        this.stays = Stays.of(series, facts, periods, nowMs);
    }

    /** By the start of hours, days or months; periods without any amount are not in it. */
    Map<Long, Amounts.Amount> amounts(Step step) {
        Amounts amounts = new Amounts(step, periods);
        rises.forEach(amounts::add);
        for (Stay stay : stays.all()) {
            add(stay, amounts);
        }
        amounts.correct(stays.corrected());
        amounts.correct(replacedRegisterValues());
        return amounts.all();
    }

    private static void add(Stay stay, Amounts amounts) {
        CheckedFacts f = stay.value().facts();
        BigDecimal base =
                f.direction().counted(f.unit().toBase(f.real(stay.value().sent())));
        boolean estimable = f.periodMs() > ParkPeriods.HOUR_MS;
        if (f.kind() == PointKind.INTERVAL) {
            if (amounts.isWithinOne(stay.time()) && !estimable) {
                amounts.addWithin(stay.time(), base);
            } else {
                amounts.add(new Rise(stay.time(), BigDecimal.ZERO, base, estimable));
            }
        } else if (f.kind() == PointKind.GAUGE) {
            boolean perSecond = f.unit().dimension() == Dimension.VOLUME_FLOW;
            amounts.addFlow(stay.time(), perSecond ? base.multiply(SECONDS_PER_HOUR) : base, estimable);
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
