package io.greenpark.returns.desk;

import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.figure.Bill;
import io.greenpark.returns.figure.BillKind;
import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.Product;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.figure.ReturnUnit;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.Prefill;
import io.greenpark.returns.question.Metered;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a return says before anybody has typed: amounts of bills as the meters counted them, where they counted all of the period, and the
 * products of the return before, without their amounts. An amount of another month is never filled in: nobody could tell one that
 * was left as it was from one that is true.
 */
final class Prefilling {
    /** Less than that is not what a bill will say. */
    private static final double COMPLETE = 0.95;

    private Prefilling() {}

    static MonthlyReturn of(
            String enterprise,
            ReturnPeriod period,
            Optional<MonthlyReturn> last,
            List<Metered> metered,
            AllowedUse use) {
        Map<BillKind, Bill> bills = new EnumMap<>(BillKind.class);
        Map<FigureKey, Prefill> prefilled = new HashMap<>();
        for (Metered each : metered) {
            Amount amount = amount(each);
            if (amount != null && !bills.containsKey(each.kind())) {
                bills.put(each.kind(), new Bill(amount, null));
                prefilled.put(FigureKey.bill(each.kind()), new Prefill(Prefill.Origin.METERS, false));
            }
        }
        List<Product> products = last.map(MonthlyReturn::figures).map(Figures::products).orElse(List.of()).stream()
                .map(product -> new Product(product.name(), product.unit(), null))
                .toList();
        return MonthlyReturn.notBegun(
                enterprise,
                period,
                new Figures(null, null, products, bills),
                prefilled,
                last.map(MonthlyReturn::allowedUse).orElse(use));
    }

    private static @Nullable Amount amount(Metered metered) {
        if (metered.completeness() < COMPLETE || metered.amount().value().signum() <= 0) {
            return null;
        }
        return metered.kind().units().stream()
                .filter(unit -> unit.base().equals(metered.amount().unit()))
                .findFirst()
                .map(unit -> new Amount(metered.amount().value().setScale(digits(unit), RoundingMode.HALF_UP), unit))
                .orElse(null);
    }

    /** Bills are in whole kilowatt-hours and cubic metres, and in hundredths of a tonne or gigajoule. */
    private static int digits(ReturnUnit unit) {
        return unit == ReturnUnit.T || unit == ReturnUnit.GJ ? 2 : 0;
    }
}
