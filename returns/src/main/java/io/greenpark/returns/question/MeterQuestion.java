package io.greenpark.returns.question;

import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a bill fits what the meters counted. Bills are read a few days off the month, so a tenth is left; of a month that is metered in part
 * the truth lies between what was counted and what that would come to for the whole.
 */
final class MeterQuestion {
    private static final BigDecimal LEFT = new BigDecimal("0.1");

    /** Below that a part of the month says nothing of the whole. */
    private static final double ENOUGH = 0.5;

    private MeterQuestion() {}

    static Optional<Question> of(FigureKey key, Quantity given, List<Metered> all) {
        Metered metered = of(key, all)
                .filter(m -> m.amount().unit().equals(given.unit()))
                .findFirst()
                .orElse(null);
        if (metered == null || metered.amount().value().signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal counted = metered.amount().value();
        boolean tooLittle = given.value().compareTo(counted.multiply(BigDecimal.ONE.subtract(LEFT))) < 0;
        boolean tooMuch = metered.completeness() >= ENOUGH
                && given.value().compareTo(whole(metered).multiply(BigDecimal.ONE.add(LEFT))) > 0;
        if (!tooLittle && !tooMuch) {
            return Optional.empty();
        }
        BigDecimal difference = given.value().subtract(counted).divide(counted, MathContext.DECIMAL64);
        return Optional.of(Question.of(AskedRule.METERS, key, given, metered.amount())
                .numbered(Questioning.percent(difference))
                .metered(metered.completenessPercent()));
    }

    /** What was counted, as far as it is enough to expect a bill. */
    static Optional<Quantity> counted(FigureKey key, List<Metered> all) {
        return of(key, all)
                .map(Metered::amount)
                .filter(amount -> amount.value().signum() > 0)
                .findFirst();
    }

    private static BigDecimal whole(Metered metered) {
        return metered.amount()
                .value()
                .divide(BigDecimal.valueOf(Math.min(1, metered.completeness())), MathContext.DECIMAL64);
    }

    /** Steam may be metered as mass and as heat. */
    private static Stream<Metered> of(FigureKey key, List<Metered> all) {
        return all.stream().filter(m -> key.equals(FigureKey.bill(m.kind())));
    }
}
