package io.greenpark.returns.question;

import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.FigureKey.Kind;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.Quantity;
import io.greenpark.returns.figure.ReturnPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks about figures. Of one figure the likeliest explanation is asked for, not every comparison that it fails: a wrong unit makes a
 * figure wrong against the month before and the year before alike.
 */
public final class Questioning {
    /** Nearer to ten times as much than to as much: the root of ten. */
    private static final double SCALE = Math.sqrt(10);

    private static final int LARGEST_POWER = 4;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int HUNDRED = 100;

    private final Map<FigureKey, Quantity> stated;
    private final ReturnPeriod period;
    private final Known known;
    private final List<Question> questions = new ArrayList<>();

    private Questioning(Figures figures, ReturnPeriod period, Known known) {
        this.stated = figures.stated();
        this.period = period;
        this.known = known;
    }

    /** All questions about figures, in the order of the form; each has another {@link Question#id()}. */
    public static List<Question> of(Figures figures, ReturnPeriod period, Known known) {
        Questioning asking = new Questioning(figures, period, known);
        asking.keys().forEach(asking::ask);
        asking.askOfValueAdded();
        return List.copyOf(asking.questions);
    }

    private Set<FigureKey> keys() {
        Set<FigureKey> keys = new LinkedHashSet<>(List.of(FigureKey.OUTPUT, FigureKey.VALUE_ADDED));
        keys.addAll(stated.keySet());
        pasts().flatMap(past -> past.figures().keySet().stream()
                        .sorted((a, b) -> a.code().compareTo(b.code())))
                .filter(key -> key.kind() != Kind.COST)
                .forEach(keys::add);
        known.metered().forEach(metered -> keys.add(FigureKey.bill(metered.kind())));
        return keys;
    }

    private Stream<Past> pasts() {
        return Stream.of(Optional.ofNullable(known.before()), Optional.ofNullable(known.yearBefore()))
                .flatMap(Optional::stream);
    }

    private void ask(FigureKey key) {
        Quantity given = stated.get(key);
        if (given == null) {
            missing(key).ifPresent(questions::add);
            return;
        }
        Stream.<Optional<Question>>of(
                        scale(key, given, known.before()),
                        scale(key, given, known.yearBefore()),
                        change(key, given, known.yearBefore()),
                        zero(key, given, known.before()),
                        unit(key, given))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(questions::add);
        MeterQuestion.of(key, given, known.metered()).ifPresent(questions::add);
    }

    /** Of what the year before alone had, nothing is asked: products come and go. */
    private Optional<Question> missing(FigureKey key) {
        Quantity counted = MeterQuestion.counted(key, known.metered()).orElse(null);
        Past before = known.before();
        Quantity earlier = before == null ? null : before.figures().get(key);
        Question question =
                Question.of(AskedRule.MISSING, key, null, earlier == null ? counted : perMonth(earlier, before));
        if (earlier != null && before != null && earlier.value().signum() != 0) {
            return Optional.of(question.against(before.period(), isPerMonth(before)));
        }
        boolean needed = key.kind() == Kind.OUTPUT || key.kind() == Kind.VALUE_ADDED;
        return needed || counted != null ? Optional.of(question) : Optional.empty();
    }

    private Optional<Question> scale(FigureKey key, Quantity given, @Nullable Past past) {
        Compared compared = compared(key, given, past);
        if (compared == null || compared.is().signum() * compared.was().signum() <= 0) {
            return Optional.empty();
        }
        double ratio =
                compared.is().divide(compared.was(), MathContext.DECIMAL64).doubleValue();
        boolean less = ratio < 1;
        double times = less ? 1 / ratio : ratio;
        if (times < SCALE) {
            return Optional.empty();
        }
        int power = (int) Math.min(LARGEST_POWER, Math.round(Math.log10(times)));
        int factor = (int) Math.pow(10, power);
        return Optional.of(compared.question(AskedRule.SCALE).numbered(less ? -factor : factor));
    }

    private Optional<Question> change(FigureKey key, Quantity given, @Nullable Past past) {
        Compared compared = compared(key, given, past);
        if (compared == null || compared.was().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal change =
                compared.is().subtract(compared.was()).divide(compared.was().abs(), MathContext.DECIMAL64);
        return change.abs().compareTo(HALF) < 0
                ? Optional.empty()
                : Optional.of(compared.question(AskedRule.CHANGE).numbered(percent(change)));
    }

    private Optional<Question> zero(FigureKey key, Quantity given, @Nullable Past past) {
        Compared compared = compared(key, given, past);
        return compared != null && compared.is().signum() == 0 && compared.was().signum() != 0
                ? Optional.of(compared.question(AskedRule.ZERO))
                : Optional.empty();
    }

    /** What cannot be compared for its unit must not go unasked for that. */
    private Optional<Question> unit(FigureKey key, Quantity given) {
        for (Past past : pasts().toList()) {
            Quantity earlier = past.figures().get(key);
            if (earlier != null && !earlier.unit().equals(given.unit())) {
                return Optional.of(
                        Question.of(AskedRule.UNIT, key, given, earlier).against(past.period(), false));
            }
        }
        return Optional.empty();
    }

    private void askOfValueAdded() {
        Quantity output = stated.get(FigureKey.OUTPUT);
        Quantity valueAdded = stated.get(FigureKey.VALUE_ADDED);
        if (output != null && valueAdded != null && valueAdded.value().compareTo(output.value()) > 0) {
            questions.add(Question.of(AskedRule.VALUE_ADDED_ABOVE_OUTPUT, FigureKey.VALUE_ADDED, valueAdded, output));
        }
    }

    /** A figure and an earlier one, in one unit and, where periods have not the same length, per month. */
    private record Compared(FigureKey key, Quantity given, Quantity earlier, Past past, boolean monthly) {
        BigDecimal is() {
            return given.value();
        }

        BigDecimal was() {
            return earlier.value();
        }

        Question question(AskedRule rule) {
            return Question.of(rule, key, given, earlier).against(past.period(), monthly);
        }
    }

    private @Nullable Compared compared(FigureKey key, Quantity given, @Nullable Past past) {
        Quantity earlier = past == null ? null : past.figures().get(key);
        if (past == null || earlier == null || !earlier.unit().equals(given.unit())) {
            return null;
        }
        boolean monthly = isPerMonth(past);
        return new Compared(
                key, monthly ? divided(given, period.months().size()) : given, perMonth(earlier, past), past, monthly);
    }

    private boolean isPerMonth(Past past) {
        return past.period().months().size() != period.months().size();
    }

    private Quantity perMonth(Quantity earlier, @Nullable Past past) {
        return past != null && isPerMonth(past)
                ? divided(earlier, past.period().months().size())
                : earlier;
    }

    private static Quantity divided(Quantity quantity, int months) {
        return new Quantity(
                quantity.value().divide(BigDecimal.valueOf(months), MathContext.DECIMAL64), quantity.unit());
    }

    static int percent(BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(HUNDRED))
                .setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue();
    }
}
