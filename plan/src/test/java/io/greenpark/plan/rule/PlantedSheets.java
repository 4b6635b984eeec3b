package io.greenpark.plan.rule;

import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.plan.sheet.SheetFigures;
import io.greenpark.plan.sheet.SheetState;
import io.greenpark.plan.sheet.YearSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Yearly sheets as a test plants them. */
final class PlantedSheets {
    private PlantedSheets() {}

    static @Nullable BigDecimal n(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }

    /** Land, tax. */
    static SheetFigures landAndTax(@Nullable String land, @Nullable String tax) {
        return new SheetFigures(
                n(land), null, n(tax), null, null, null, null, null, null, null, null, null, null, null);
    }

    static SheetFigures landAndScale(@Nullable String land, @Nullable Boolean aboveScale) {
        return new SheetFigures(
                n(land), null, null, null, null, null, null, null, null, null, aboveScale, null, null, null);
    }

    /** Sales, tax, land and its use, capacity, energy and discharge in percent, class. */
    static SheetFigures large(
            @Nullable String sales,
            @Nullable String tax,
            @Nullable String land,
            @Nullable String landInUse,
            @Nullable String capacity,
            @Nullable String energy,
            @Nullable String discharge,
            @Nullable PerformanceClass performance) {
        return new SheetFigures(
                n(land),
                n(landInUse),
                n(tax),
                n(sales),
                null,
                null,
                n(capacity),
                n(energy),
                n(discharge),
                performance,
                null,
                null,
                null,
                null);
    }

    static YearSheet sheet(String enterprise, int year, SheetFigures figures) {
        return sheet(enterprise, year, figures, SheetState.ENTERED, AllowedUse.JUDGE);
    }

    static YearSheet sheet(String enterprise, int year, SheetFigures figures, SheetState state, AllowedUse use) {
        return new YearSheet(enterprise, year, 1, state, figures, "税务", use, null, "wang", Instant.EPOCH);
    }

    static EnterpriseYears years(String enterprise, YearSheet... sheets) {
        Map<Integer, YearSheet> byYear =
                Arrays.stream(sheets).collect(Collectors.toMap(YearSheet::year, Function.identity()));
        return new EnterpriseYears(enterprise, byYear);
    }
}
