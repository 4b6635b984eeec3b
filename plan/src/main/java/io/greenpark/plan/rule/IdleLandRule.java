package io.greenpark.plan.rule;

import io.greenpark.plan.sheet.SheetFigures;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Enterprises with much land of their own that were not above scale in any of some years: they are to be brought above scale.
 *
 * @param leastMu own land from which on it is looked at, mu; exactly that is
 * @param years how many years, the judged one the last
 */
public record IdleLandRule(BigDecimal leastMu, int years) implements ListRule {
    @Override
    public Finding of(EnterpriseYears enterprise, int year) {
        Judging judging = new Judging(enterprise, true);
        Known known = Known.YES;
        for (int y = year; y > year - years; y--) {
            int of = y;
            Optional<SheetFigures> figures = judging.figures(y);
            Known below = figures.map(f -> judging.holds(
                            of,
                            f.aboveScale(),
                            Lack.ABOVE_SCALE,
                            above -> !above,
                            Check.What.ABOVE_SCALE,
                            Check.Relation.IS,
                            false))
                    .orElse(Known.UNKNOWN);
            known = known.and(below);
            if (y == year) {
                known = known.and(figures.map(f -> land(judging, of, f)).orElse(Known.UNKNOWN));
            }
        }
        return judging.finding(known);
    }

    private Known land(Judging judging, int year, SheetFigures figures) {
        BigDecimal land = figures.landMu();
        if (land != null) {
            judging.fact("landMu", land);
        }
        return judging.holds(
                year,
                land,
                Lack.LAND,
                mu -> mu.compareTo(leastMu) >= 0,
                Check.What.LAND_MU,
                Check.Relation.AT_LEAST,
                leastMu);
    }

    @Override
    public int yearsBack() {
        return years - 1;
    }
}
