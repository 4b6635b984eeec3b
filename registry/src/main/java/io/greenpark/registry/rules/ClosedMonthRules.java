package io.greenpark.registry.rules;

import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.MonthlyBill;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Registry;
import io.greenpark.registry.rules.RegistryRules.DocumentFaults;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a closed month holds: no statistic and no bill of it is added, changed or taken away, by whatever door, until the month is open
 * again. It is asked of the registry that would come of a change, so no form, verb or file goes around it.
 */
public final class ClosedMonthRules {
    private ClosedMonthRules() {}

    /** Tells which statistics and bills of closed months would change. */
    public static void check(Registry before, Registry after, DocumentFaults faults) {
        if (!before.facts().closings().isEmpty()) {
            statistics(before, after, faults);
            bills(before, after, faults);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very list that it was has not changed
    private static void statistics(Registry before, Registry after, DocumentFaults faults) {
        if (before.facts().statistics() == after.facts().statistics()) {
            return;
        }
        after.facts().statistics().forEach(s -> {
            if (!same(before.statistic(s.enterpriseId(), s.month()).orElse(null), s)) {
                ask(
                        before,
                        after,
                        DocumentKey.statistic(s.enterpriseId(), s.month()),
                        s.enterpriseId(),
                        s.month(),
                        faults);
            }
        });
        before.facts().statistics().forEach(s -> {
            if (after.statistic(s.enterpriseId(), s.month()).isEmpty()) {
                ask(
                        before,
                        after,
                        DocumentKey.statistic(s.enterpriseId(), s.month()),
                        s.enterpriseId(),
                        s.month(),
                        faults);
            }
        });
    }

    @SuppressWarnings("ReferenceEquality") // the very list that it was has not changed
    private static void bills(Registry before, Registry after, DocumentFaults faults) {
        if (before.facts().bills() == after.facts().bills()) {
            return;
        }
        after.facts().bills().forEach(b -> {
            if (!same(before.bill(b.key().id()).orElse(null), b)) {
                ask(before, after, b.key(), b.enterpriseId(), b.month(), faults);
            }
        });
        before.facts().bills().forEach(b -> {
            if (after.bill(b.key().id()).isEmpty()) {
                ask(before, after, b.key(), b.enterpriseId(), b.month(), faults);
            }
        });
    }

    /** Tells that a statistic or bill may not be written, whether that would change it or not, if its month is closed. */
    public static void ask(
            Registry before,
            Registry after,
            DocumentKey key,
            String enterprise,
            YearMonth month,
            DocumentFaults faults) {
        Optional<ClosedMonth> closed = before.closingOf(enterprise, month)
                .or(() -> after.enterprise(enterprise).flatMap(e -> before.closing(e.parkId(), month)));
        closed.ifPresent(c -> faults.fault(key, "month", c.refusal(before)));
    }

    private static boolean same(@Nullable MonthlyBill was, MonthlyBill is) {
        return was != null
                && same(was.amount(), is.amount())
                && was.unit() == is.unit()
                && was.accounts().equals(is.accounts())
                && was.status() == is.status()
                && was.source().equals(is.source())
                && was.allowedUse() == is.allowedUse();
    }

    private static boolean same(@Nullable MonthlyStatistic was, MonthlyStatistic is) {
        return was != null
                && same(was.ivaCny(), is.ivaCny())
                && same(was.outputCny(), is.outputCny())
                && was.status() == is.status()
                && was.source().equals(is.source())
                && was.allowedUse() == is.allowedUse()
                && was.useStated() == is.useStated();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? Objects.equals(one, other) : one.compareTo(other) == 0;
    }
}
