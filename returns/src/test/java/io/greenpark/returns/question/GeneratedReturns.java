package io.greenpark.returns.question;

import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.figure.Bill;
import io.greenpark.returns.figure.BillKind;
import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.Product;
import io.greenpark.returns.figure.Quantity;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.figure.ReturnUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Monthly returns of a district as they come in: most are right, of every ten one has an error that people make. */
public final class GeneratedReturns {
    private static final int EVERY = 10;

    /** What people get wrong. */
    public enum Mistake {
        OUTPUT_IN_YUAN_AS_WAN,
        OUTPUT_IN_WAN_AS_YUAN,
        VALUE_ADDED_IN_THOUSANDS,
        ONE_DIGIT_TOO_MANY,
        KWH_AS_WAN_KWH,
        WAN_KWH_AS_KWH,
        BILL_OF_ANOTHER_MONTH,
        HALF_OF_LAST_YEAR,
        MUCH_MORE_THAN_LAST_YEAR,
        VALUE_ADDED_IS_OUTPUT_WITH_A_DIGIT,
        OUTPUT_FORGOTTEN,
        GAS_ZERO
    }

    /**
     * A return with what is known besides.
     *
     * @param wrong the figure that is wrong; null where none is
     */
    public record Generated(String enterprise, Figures figures, Known known, Mistake mistake, FigureKey wrong) {}

    private final Random random;

    private GeneratedReturns(long seed) {
        this.random = new Random(seed);
    }

    /** As many returns; the third of every ten has a mistake. */
    public static List<Generated> of(int count, ReturnPeriod period, long seed) {
        GeneratedReturns generator = new GeneratedReturns(seed);
        List<Generated> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Mistake mistake = i % EVERY == 3 ? Mistake.values()[i / EVERY % Mistake.values().length] : null;
            all.add(generator.one("e-" + i, period, mistake));
        }
        return all;
    }

    private Generated one(String enterprise, ReturnPeriod period, Mistake mistake) {
        double size = Math.pow(10, 1 + 2 * random.nextDouble());
        double months = period.months().size();
        double output = 100 * size * months;
        double share = 0.15 + 0.2 * random.nextDouble();
        double kwh = 6_000 * size * months;
        double gas = 400 * size * months;
        double before = period.before().months().size() / months * varied(0.12);
        double lastYear = varied(0.2);
        Known known = new Known(
                past(period.before(), output * before, share, kwh * before, gas * before),
                past(period.yearBefore(), output * lastYear, share, kwh * lastYear, gas * lastYear),
                List.of(
                        new Metered(BillKind.ELECTRICITY, quantity(kwh * varied(0.03), "kWh"), 0.97),
                        new Metered(BillKind.NATURAL_GAS, quantity(gas * varied(0.03), "m3"), 1)));
        return planted(enterprise, known, mistake, output, share, kwh, gas);
    }

    private Generated planted(
            String enterprise, Known known, Mistake mistake, double output, double share, double kwh, double gas) {
        double out = output;
        double added = output * share;
        double bill = kwh;
        double volume = gas;
        FigureKey wrong = null;
        if (mistake != null) {
            switch (mistake) {
                case OUTPUT_IN_YUAN_AS_WAN -> out *= 10_000;
                case OUTPUT_IN_WAN_AS_YUAN -> out /= 10_000;
                case VALUE_ADDED_IN_THOUSANDS -> added /= 1_000;
                case ONE_DIGIT_TOO_MANY -> out *= 10;
                case KWH_AS_WAN_KWH -> bill *= 10_000;
                case WAN_KWH_AS_KWH -> bill /= 10_000;
                case BILL_OF_ANOTHER_MONTH -> bill *= 0.75;
                case HALF_OF_LAST_YEAR -> out *= 0.35;
                case MUCH_MORE_THAN_LAST_YEAR -> added *= 2.2;
                case VALUE_ADDED_IS_OUTPUT_WITH_A_DIGIT -> added = output * 1.1;
                case OUTPUT_FORGOTTEN -> out = Double.NaN;
                case GAS_ZERO -> volume = 0;
            }
            wrong = switch (mistake) {
                case VALUE_ADDED_IN_THOUSANDS, MUCH_MORE_THAN_LAST_YEAR, VALUE_ADDED_IS_OUTPUT_WITH_A_DIGIT ->
                    FigureKey.VALUE_ADDED;
                case KWH_AS_WAN_KWH, WAN_KWH_AS_KWH, BILL_OF_ANOTHER_MONTH -> FigureKey.bill(BillKind.ELECTRICITY);
                case GAS_ZERO -> FigureKey.bill(BillKind.NATURAL_GAS);
                default -> FigureKey.OUTPUT;
            };
        }
        return new Generated(enterprise, figures(out, added, bill, volume), known, mistake, wrong);
    }

    /** Output and value added in ten thousand CNY, as people fill in. */
    private static Figures figures(double output, double added, double kwh, double gas) {
        Map<BillKind, Bill> bills = new EnumMap<>(BillKind.class);
        bills.put(BillKind.ELECTRICITY, new Bill(new Amount(decimal(kwh), ReturnUnit.KWH), null));
        bills.put(BillKind.NATURAL_GAS, new Bill(new Amount(decimal(gas), ReturnUnit.M3), null));
        return new Figures(
                Double.isNaN(output) ? null : new Amount(decimal(output), ReturnUnit.CNY_10000),
                new Amount(decimal(added), ReturnUnit.CNY_10000),
                List.of(new Product("件", "t", BigDecimal.TEN)),
                bills);
    }

    private static Past past(ReturnPeriod period, double output, double share, double kwh, double gas) {
        return new Past(
                period,
                Map.of(
                        FigureKey.OUTPUT,
                        quantity(output * 10_000, "CNY"),
                        FigureKey.VALUE_ADDED,
                        quantity(output * share * 10_000, "CNY"),
                        FigureKey.bill(BillKind.ELECTRICITY),
                        quantity(kwh, "kWh"),
                        FigureKey.bill(BillKind.NATURAL_GAS),
                        quantity(gas, "m3")));
    }

    private double varied(double by) {
        return 1 + by * (2 * random.nextDouble() - 1);
    }

    private static Quantity quantity(double value, String unit) {
        return new Quantity(decimal(value), unit);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }

    /** The usual month. */
    static final ReturnPeriod OCTOBER = new ReturnPeriod(YearMonth.of(2026, 10));
}
