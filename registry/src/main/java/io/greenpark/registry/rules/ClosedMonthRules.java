package io.greenpark.registry.rules;

import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.rules.RegistryRules.DocumentFaults;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a closed month holds: no statistic of it is added, changed or taken away, by whatever door, until the month is open again. It is
 * asked of the registry that would come of a change, so no form, verb or file goes around it.
 */
public final class ClosedMonthRules {
    private ClosedMonthRules() {}

    /** Tells which statistics of closed months would change. */
    @SuppressWarnings("ReferenceEquality") // the very list that it was has not changed
    public static void check(Registry before, Registry after, DocumentFaults faults) {
        if (before.facts().closings().isEmpty()
                || before.facts().statistics() == after.facts().statistics()) {
            return;
        }
        after.facts().statistics().forEach(s -> {
            if (!same(before.statistic(s.enterpriseId(), s.month()).orElse(null), s)) {
                ask(before, after, s.enterpriseId(), s.month(), faults);
            }
        });
        before.facts().statistics().forEach(s -> {
            if (after.statistic(s.enterpriseId(), s.month()).isEmpty()) {
                ask(before, after, s.enterpriseId(), s.month(), faults);
            }
        });
    }

    /** Tells that a statistic may not be written, whether that would change it or not, if its month is closed. */
    public static void ask(Registry before, Registry after, String enterprise, YearMonth month, DocumentFaults faults) {
        Optional<ClosedMonth> closed = before.closingOf(enterprise, month)
                .or(() -> after.enterprise(enterprise).flatMap(e -> before.closing(e.parkId(), month)));
        closed.ifPresent(c -> faults.fault(DocumentKey.statistic(enterprise, month), "month", words(before, c)));
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

    private static Bilingual words(Registry registry, ClosedMonth closed) {
        Bilingual park = Subject.park(closed.parkId()).name(registry);
        String day = closed.day(registry);
        return new Bilingual(
                "“" + closed.month() + "”已关账：" + park.zh() + "，" + day + " 由 " + closed.closedBy()
                        + " 办理；关账后统计数据不再修改。确需更正的，请在“月度结账”申请反关账，由另一人复核",
                "\"" + closed.month() + "\" is closed for " + park.en() + ", by " + closed.closedBy() + " on " + day
                        + "; its statistics are not changed any more. Where it must be corrected, ask for reopening under"
                        + " Closing, which another person approves");
    }
}
