package io.greenpark.plan.rule;

import io.greenpark.plan.sheet.SheetFigures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Enterprises whose tax per mu of their own land (亩均税收) is below an amount: each needs a plan of its own. One without land of its own has no
 * tax per mu, so nobody can tell.
 *
 * @param belowCnyPerMu the amount, CNY per mu; exactly that is not below
 */
public record TaxPerMuRule(BigDecimal belowCnyPerMu) implements ListRule {
    @Override
    public Finding of(EnterpriseYears enterprise, int year) {
        Judging judging = new Judging(enterprise, true);
        Optional<SheetFigures> figures = judging.figures(year);
        if (figures.isEmpty()) {
            return judging.finding(Known.UNKNOWN);
        }
        BigDecimal land = figures.get().landMu();
        BigDecimal tax = figures.get().taxCny();
        if (land == null || land.signum() <= 0) {
            judging.lack(year, Lack.LAND);
        }
        if (tax == null) {
            judging.lack(year, Lack.TAX);
        }
        if (land == null || land.signum() <= 0 || tax == null) {
            judging.note(
                    Check.What.TAX_PER_MU_CNY, year, null, Check.Relation.BELOW, belowCnyPerMu, Known.UNKNOWN, false);
            return judging.finding(Known.UNKNOWN);
        }
        BigDecimal perMu = tax.divide(land, MathContext.DECIMAL64);
        judging.fact("taxPerMuCny", perMu);
        judging.fact("landMu", land);
        judging.fact("taxCny", tax);
        Known known = Known.of(tax.compareTo(belowCnyPerMu.multiply(land)) < 0);
        judging.note(Check.What.TAX_PER_MU_CNY, year, perMu, Check.Relation.BELOW, belowCnyPerMu, known, false);
        return judging.finding(known);
    }

    @Override
    public int yearsBack() {
        return 0;
    }
}
