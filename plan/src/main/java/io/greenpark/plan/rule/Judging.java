package io.greenpark.plan.rule;

import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.plan.rule.Finding.YearLack;
import io.greenpark.plan.sheet.SheetFigures;
import io.greenpark.plan.sheet.SheetState;
import io.greenpark.plan.sheet.YearSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What comes together while a rule looks at an enterprise. */
final class Judging {
    private final EnterpriseYears years;
    private final boolean heldAgainst;
    private final List<YearLack> lacks = new ArrayList<>();
    private final Map<String, BigDecimal> facts = new TreeMap<>();

    private final List<Check> checks = new ArrayList<>();

    Judging(EnterpriseYears years, boolean heldAgainst) {
        this.years = years;
        this.heldAgainst = heldAgainst;
    }

    /** The figures of a year that the rule may rest on; empty, with what is in the way noted. */
    Optional<SheetFigures> figures(int year) {
        Optional<YearSheet> sheet = years.sheet(year);
        if (sheet.isEmpty()) {
            lack(year, Lack.NO_SHEET);
        } else if (sheet.get().state() == SheetState.OBJECTED) {
            lack(year, Lack.OBJECTED);
        } else if (heldAgainst && sheet.get().allowedUse() != AllowedUse.JUDGE) {
            lack(year, Lack.SHOW_ONLY);
        } else {
            return sheet.map(YearSheet::figures);
        }
        return Optional.empty();
    }

    /** Whether a condition holds of a value; unknown, and noted, where there is none. */
    <T> Known holds(int year, @Nullable T value, Lack otherwise, Function<T, Boolean> condition) {
        if (value == null) {
            lack(year, otherwise);
            return Known.UNKNOWN;
        }
        return Known.of(condition.apply(value));
    }

    /** The same, noted with its threshold. */
    <T> Known holds(
            int year,
            @Nullable T value,
            Lack otherwise,
            Function<T, Boolean> condition,
            Check.What what,
            Check.Relation relation,
            Object wanted) {
        Known known = holds(year, value, otherwise, condition);
        note(what, year, value, relation, wanted, known, false);
        return known;
    }

    /** Notes something that was looked at. */
    void note(
            Check.What what,
            int year,
            @Nullable Object value,
            Check.Relation relation,
            Object wanted,
            Known known,
            boolean either) {
        Boolean holds = known == Known.UNKNOWN ? null : known == Known.YES;
        checks.add(new Check(what, year, value == null ? null : text(value), relation, text(wanted), holds, either));
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    void lack(int year, Lack lack) {
        lacks.add(new YearLack(year, lack));
    }

    void fact(String name, BigDecimal value) {
        facts.put(name, value);
    }

    Finding finding(Known known) {
        return new Finding(years.enterpriseId(), known.verdict(), lacks, facts, checks);
    }
}
