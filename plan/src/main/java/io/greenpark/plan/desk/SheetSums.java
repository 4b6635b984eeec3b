package io.greenpark.plan.desk;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.sheet.SheetFigures;
import io.greenpark.plan.sheet.YearSheet;
import io.greenpark.plan.target.Measure;
import io.greenpark.plan.value.Measured;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Figures that are made of the yearly sheets of some enterprises; who has no data is counted beside them, and in none. Pure. */
final class SheetSums {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** So many CNY are one of the unit that output is stated in (亿元). */
    private static final int HUNDRED_MILLION_DIGITS = 8;

    private final int year;
    private final List<Enterprise> members;
    private final Map<String, Map<Integer, YearSheet>> sheets;

    /** @param sheets by enterprise and year */
    SheetSums(int year, List<Enterprise> members, Map<String, Map<Integer, YearSheet>> sheets) {
        this.year = year;
        this.members = members;
        this.sheets = sheets;
    }

    Measured of(Measure measure) {
        return switch (measure.kind()) {
            case IN_PARK -> share(f -> true, SheetFigures::inPark);
            case ABOVE_SCALE_IN_PARK -> share(SheetFigures::aboveScale, SheetFigures::inPark);
            case PARK_OUTPUT_GROWTH -> growth(SheetFigures::inPark, SheetFigures::outputCny, f -> BigDecimal.ONE);
            case RESEARCH_SHARE -> ratio(SheetFigures::researchCny, SheetFigures::salesCny);
            case TAX_PER_MU_GROWTH -> growth(f -> true, SheetFigures::taxCny, SheetFigures::landMu);
            case ABOVE_SCALE_TAX_PER_MU_GROWTH ->
                growth(SheetFigures::aboveScale, SheetFigures::taxCny, SheetFigures::landMu);
            case ABOVE_SCALE_COUNT -> count(measure.industries());
            case ABOVE_SCALE_OUTPUT -> output(measure.industries());
            case APPROVED_DISCHARGE_USED -> mean(SheetFigures::dischargeUsedPercent);
            case ENERGY_INTENSITY_CHANGE, CLEAN_PRODUCTION, APPROVED_ENERGY_USED, ENTERPRISES_ONLINE ->
                throw new IllegalArgumentException(measure.kind() + " is not made of yearly sheets");
        };
    }

    private List<SheetFigures> figures(int of) {
        return members.stream()
                .map(e -> figures(e.id(), of))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable SheetFigures figures(String enterprise, int of) {
        YearSheet sheet = sheets.getOrDefault(enterprise, Map.of()).get(of);
        return sheet == null || !sheet.counts() ? null : sheet.figures();
    }

    private Measured share(
            Function<SheetFigures, @Nullable Boolean> among, Function<SheetFigures, @Nullable Boolean> whether) {
        List<Boolean> known = new ArrayList<>();
        for (SheetFigures f : figures(year)) {
            Boolean so = Boolean.TRUE.equals(among.apply(f)) ? whether.apply(f) : null;
            if (so != null) {
                known.add(so);
            }
        }
        long yes = known.stream().filter(so -> so).count();
        return known.isEmpty()
                ? missing()
                : percent(BigDecimal.valueOf(yes), BigDecimal.valueOf(known.size()), known.size(), concerned(among));
    }

    /** How many there ought to be data of: all but those that are known to be others. */
    private int concerned(Function<SheetFigures, @Nullable Boolean> among) {
        return members.size()
                - (int) figures(year).stream()
                        .filter(f -> Boolean.FALSE.equals(among.apply(f)))
                        .count();
    }

    private Measured ratio(
            Function<SheetFigures, @Nullable BigDecimal> above, Function<SheetFigures, @Nullable BigDecimal> below) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal of = BigDecimal.ZERO;
        int known = 0;
        for (SheetFigures f : figures(year)) {
            BigDecimal a = above.apply(f);
            BigDecimal b = below.apply(f);
            if (a != null && b != null) {
                sum = sum.add(a);
                of = of.add(b);
                known++;
            }
        }
        return of.signum() <= 0 ? missing() : percent(sum, of, known, members.size());
    }

    /**
     * Change against the year before of those that are known in both, so that who came or left is no growth.
     *
     * @param per what it is counted per; 1 for a sum that is counted per nothing
     */
    private Measured growth(
            Function<SheetFigures, @Nullable Boolean> among,
            Function<SheetFigures, @Nullable BigDecimal> amount,
            Function<SheetFigures, @Nullable BigDecimal> per) {
        BigDecimal now = BigDecimal.ZERO;
        BigDecimal nowPer = BigDecimal.ZERO;
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal beforePer = BigDecimal.ZERO;
        int known = 0;
        for (Enterprise e : members) {
            SheetFigures a = figures(e.id(), year);
            SheetFigures b = figures(e.id(), year - 1);
            if (a == null || b == null || !Boolean.TRUE.equals(among.apply(a))) {
                continue;
            }
            BigDecimal amountNow = amount.apply(a);
            BigDecimal amountBefore = amount.apply(b);
            BigDecimal perNow = per.apply(a);
            BigDecimal perBefore = per.apply(b);
            if (amountNow != null && amountBefore != null && perNow != null && perBefore != null) {
                now = now.add(amountNow);
                nowPer = nowPer.add(perNow);
                before = before.add(amountBefore);
                beforePer = beforePer.add(perBefore);
                known++;
            }
        }
        // (now / nowPer) / (before / beforePer) - 1, divided once.
        BigDecimal base = before.multiply(nowPer);
        return base.signum() <= 0
                ? missing()
                : percent(now.multiply(beforePer).subtract(base), base, known, concerned(among));
    }

    private Measured count(List<String> industries) {
        List<Boolean> known = figures(year).stream()
                .map(f -> isOf(f, industries))
                .filter(Objects::nonNull)
                .toList();
        long count = known.stream().filter(so -> so).count();
        return known.isEmpty() ? missing() : Measured.of(BigDecimal.valueOf(count), known.size(), members.size());
    }

    private Measured output(List<String> industries) {
        List<BigDecimal> outputs = figures(year).stream()
                .filter(f -> Boolean.TRUE.equals(isOf(f, industries)))
                .map(SheetFigures::outputCny)
                .filter(Objects::nonNull)
                .toList();
        BigDecimal sum = outputs.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return outputs.isEmpty()
                ? missing()
                : Measured.of(
                        sum.movePointLeft(HUNDRED_MILLION_DIGITS), outputs.size(), concerned(f -> isOf(f, industries)));
    }

    /** Whether one is above scale and of the industries; null where nobody knows. */
    private static @Nullable Boolean isOf(SheetFigures f, List<String> industries) {
        boolean other = f.industry() != null && !industries.isEmpty() && !industries.contains(f.industry());
        if (other || Boolean.FALSE.equals(f.aboveScale())) {
            return false;
        }
        return f.aboveScale() == null || (f.industry() == null && !industries.isEmpty()) ? null : true;
    }

    private Measured mean(Function<SheetFigures, @Nullable BigDecimal> of) {
        List<BigDecimal> known =
                figures(year).stream().map(of).filter(Objects::nonNull).toList();
        BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return known.isEmpty()
                ? missing()
                : Measured.of(
                        sum.divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL64),
                        known.size(),
                        members.size());
    }

    private static Measured percent(BigDecimal part, BigDecimal of, int known, int all) {
        return Measured.of(part.multiply(HUNDRED).divide(of, MathContext.DECIMAL64), known, all);
    }

    private Measured missing() {
        return Measured.missing(
                new Bilingual(year + " 年没有可用的年度数据表", "no yearly sheet of " + year + " has what it takes"),
                0,
                members.size());
    }
}
