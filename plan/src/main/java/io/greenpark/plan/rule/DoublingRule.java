package io.greenpark.plan.rule;

import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import io.greenpark.plan.sheet.SheetFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises that may be supported in doubling their capacity (产能倍增): large enough by sales or by tax, with what they have in use, and of a good
 * class; all of the year before the judged one. It is for them and not against them.
 *
 * @param leastSalesCny sales from which on one is large enough, CNY
 * @param leastTaxCny tax from which on one is large enough, CNY; either is enough
 * @param each what has to be in use
 * @param leastPercent how much of each, percent; exactly that is enough
 * @param worstClass the worst class that is good enough
 */
public record DoublingRule(
        BigDecimal leastSalesCny,
        BigDecimal leastTaxCny,
        List<Utilisation> each,
        BigDecimal leastPercent,
        PerformanceClass worstClass)
        implements ListRule {
    public DoublingRule {
        each = List.copyOf(each);
    }

    @Override
    public Finding of(EnterpriseYears enterprise, int year) {
        int last = sheetYear(year);
        Judging judging = new Judging(enterprise, false);
        Optional<SheetFigures> figures = judging.figures(last);
        if (figures.isEmpty()) {
            return judging.finding(Known.UNKNOWN);
        }
        SheetFigures f = figures.get();
        Known known = large(judging, last, f)
                .and(judging.holds(
                        last,
                        f.performanceClass(),
                        Lack.CLASS,
                        c -> c.compareTo(worstClass) <= 0,
                        Check.What.PERFORMANCE_CLASS,
                        Check.Relation.AT_LEAST,
                        worstClass));
        for (Utilisation one : each) {
            Used used = one.of(enterprise, last, f);
            if (used != null) {
                judging.fact(one.fact(), used.inPercent());
            }
            known = known.and(inUse(judging, last, one, used));
        }
        return judging.finding(known);
    }

    private Known inUse(Judging judging, int year, Utilisation of, @Nullable Used used) {
        Known known = judging.holds(year, used, of.lack(), u -> u.isAtLeast(leastPercent));
        judging.note(
                of.what(),
                year,
                used == null ? null : used.inPercent(),
                Check.Relation.AT_LEAST,
                leastPercent,
                known,
                false);
        return known;
    }

    /** One of both is enough, so only where the other is too small its absence matters. */
    private Known large(Judging judging, int year, SheetFigures figures) {
        BigDecimal sales = figures.salesCny();
        BigDecimal tax = figures.taxCny();
        boolean enough = (sales != null && sales.compareTo(leastSalesCny) >= 0)
                || (tax != null && tax.compareTo(leastTaxCny) >= 0);
        if (sales != null) {
            judging.fact("salesCny", sales);
        }
        if (tax != null) {
            judging.fact("taxCny", tax);
        }
        note(judging, Check.What.SALES_CNY, year, sales, leastSalesCny);
        note(judging, Check.What.TAX_CNY, year, tax, leastTaxCny);
        if (enough) {
            return Known.YES;
        }
        Known bySales = judging.holds(year, sales, Lack.SALES, s -> false);
        return bySales.or(judging.holds(year, tax, Lack.TAX, t -> false));
    }

    private static void note(Judging judging, Check.What what, int year, @Nullable BigDecimal value, BigDecimal least) {
        Known known = value == null ? Known.UNKNOWN : Known.of(value.compareTo(least) >= 0);
        judging.note(what, year, value, Check.Relation.AT_LEAST, least, known, true);
    }

    @Override
    public int yearsBack() {
        return 1;
    }

    /** It looks at the year before anyway, which is over in every quarter. */
    @Override
    public int yearFor(int year, boolean wholeYear) {
        return year;
    }

    @Override
    public int sheetYear(int year) {
        return year - 1;
    }

    @Override
    public boolean looksAtEnergy() {
        return each.contains(Utilisation.APPROVED_ENERGY);
    }
}
