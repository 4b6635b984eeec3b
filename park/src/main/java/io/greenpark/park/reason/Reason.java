package io.greenpark.park.reason;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure is missing or a period is not judged.
 *
 * @param details what the cause is about, by name: texts, whole numbers, lists of texts, or another reason
 */
public record Reason(Cause cause, Map<String, Object> details) {
    static final String NESTED = "reason";

    private static final Map<Cause, Reason> WITHOUT_DETAILS = withoutDetails();

    /** Which factor a coefficient set lacks. */
    public enum Factor {
        STANDARD_COAL,
        CO2
    }

    public Reason {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** A cause without details. */
    public static Reason of(Cause cause) {
        return Objects.requireNonNull(WITHOUT_DETAILS.get(cause));
    }

    private static Map<Cause, Reason> withoutDetails() {
        Map<Cause, Reason> reasons = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            reasons.put(cause, new Reason(cause, Map.of()));
        }
        return reasons;
    }

    public static Reason noCoefficientSet(Enum<?> basis) {
        return of(Cause.NO_COEFFICIENT_SET).with("basis", basis.name());
    }

    public static Reason noFactor(String coefficientSet, Factor factor, List<Carrier> carriers) {
        return of(Cause.NO_FACTOR)
                .with("coefficientSet", coefficientSet)
                .with("factor", factor.name())
                .with("carriers", carriers.stream().map(Carrier::code).toList());
    }

    public static Reason noReadingsOf(Carrier carrier) {
        return of(Cause.NO_READINGS_OF_CARRIER).with("carrier", carrier.code());
    }

    public static Reason noReadingsFrom(List<String> enterprises) {
        return of(Cause.NO_READINGS_FROM).with("enterprises", List.copyOf(enterprises));
    }

    public static Reason noValueAdded(String enterprise, YearMonth month) {
        return of(Cause.NO_VALUE_ADDED).with("enterprise", enterprise).with("month", month.toString());
    }

    /** What may not be judged by: of these devices the acceptance is not through, or was not in the period. */
    public static Reason notAccepted(List<String> devices) {
        return of(Cause.NOT_ACCEPTED).with("devices", List.copyOf(devices));
    }

    /** What was said of a period was objected to, and that was right; by the objection's number. */
    public static Reason objectionUpheld(String objection) {
        return of(Cause.OBJECTION_UPHELD).with("objection", objection);
    }

    /** What accepted marks of the enterprise leave too little of to judge it. */
    public static Reason marked(List<String> marks) {
        return of(Cause.MARKED).with("marks", List.copyOf(marks));
    }

    /** Both in percent, the completeness rounded down. */
    public static Reason incomplete(Cause cause, double completeness, int requiredPercent) {
        return of(cause)
                .with("completenessPercent", (int) Math.floor(completeness * 100))
                .with("requiredPercent", requiredPercent);
    }

    /** What is measured is not enough to judge by, while with what is estimated it would be. All in whole percent. */
    public static Reason tooMuchEstimated(int measuredPercent, int estimatedPercent, int requiredPercent) {
        return of(Cause.TOO_MUCH_ESTIMATED)
                .with("measuredPercent", measuredPercent)
                .with("estimatedPercent", estimatedPercent)
                .with("requiredPercent", requiredPercent);
    }

    /** Whether nothing is metered, so that there is nothing to be complete. */
    public boolean saysUnmetered() {
        return cause == Cause.NO_BOUNDARY_METER || cause == Cause.NO_METERED_ENTERPRISE;
    }

    /** How many enterprises there are to be told together, and how many it takes. */
    public static Reason tooFewEnterprises(int count, int required) {
        return of(Cause.TOO_FEW_ENTERPRISES).with("count", count).with("required", required);
    }

    public static Reason unitsDiffer(Unit measured, Unit limited) {
        return of(Cause.UNITS_DIFFER).with("measuredUnit", measured.symbol()).with("limitUnit", limited.symbol());
    }

    public static Reason valueIsSentinel(BigDecimal value) {
        return of(Cause.VALUE_SENTINEL).with("value", plain(value));
    }

    public static Reason valueTooLarge(BigDecimal value) {
        return of(Cause.VALUE_TOO_LARGE).with("value", plain(value));
    }

    /** A value beyond a bound: one of {@link Cause#VALUE_BELOW_MIN} and its like. */
    public static Reason valueBeyond(Cause cause, BigDecimal value, BigDecimal bound, Unit unit) {
        return of(cause).with("value", plain(value)).with("bound", plain(bound)).with("unit", unit.symbol());
    }

    /** Both in a unit. */
    public static Reason amountAbove(BigDecimal amount, BigDecimal most, Unit unit) {
        return of(Cause.AMOUNT_ABOVE_MAX_PER_HOUR)
                .with("amount", plain(amount))
                .with("bound", plain(most))
                .with("unit", unit.symbol());
    }

    public static Reason besideGrid(Duration beside, Duration tolerance) {
        return of(Cause.STAMP_BESIDE_GRID)
                .with("beside", plain(BigDecimal.valueOf(beside.toMillis(), 3)))
                .with("tolerance", plain(BigDecimal.valueOf(tolerance.toMillis(), 3)));
    }

    public static Reason overlappedBy(Instant other) {
        return of(Cause.PERIOD_OVERLAPPED).with("other", other.toString());
    }

    public static Reason secondClock(int overlaps) {
        return of(Cause.SECOND_CLOCK).with("overlaps", overlaps);
    }

    /** Something about a register: one of {@link Cause#REGISTER_FELL} and its like. */
    /** What a register said, each time in the unit it was sent in. */
    public static Reason ofRegister(Cause cause, BigDecimal before, Unit unitBefore, BigDecimal after, Unit unitAfter) {
        return of(cause)
                .with("before", plain(before))
                .with("after", plain(after))
                .with("unitBefore", unitBefore.symbol())
                .with("unit", unitAfter.symbol());
    }

    /** @param value null where it is not known at which value it failed */
    public static Reason arithmeticFailed(String point, Instant time, @Nullable String value, String failure) {
        return of(Cause.ARITHMETIC_FAILED)
                .with("point", point)
                .with("time", time.toString())
                .with("value", value == null ? "?" : value)
                .with("failure", failure);
    }

    private static String plain(BigDecimal value) {
        return value.precision() - value.scale() > 18 || value.scale() > 18
                ? value.toString()
                : value.stripTrailingZeros().toPlainString();
    }

    /** This reason, of one enterprise and month among several. */
    public Reason ofEnterprise(String enterprise, YearMonth month) {
        return of(Cause.OF_ENTERPRISE)
                .with("enterprise", enterprise)
                .with("month", month.toString())
                .with(NESTED, this);
    }

    /** This reason, of the same period of the year before. */
    public Reason ofYearBefore() {
        return of(Cause.YEAR_BEFORE).with(NESTED, this);
    }

    /** This reason, of the same period of a target's base year. */
    public Reason ofBaseYear() {
        return of(Cause.BASE_YEAR).with(NESTED, this);
    }

    /** A sentence as an earlier version kept it, in English: the reason it was made from, or the sentence itself. */
    public static Reason ofEarlierVersion(String sentence) {
        return EarlierSentences.read(sentence);
    }

    /** The reason in both languages. */
    public Bilingual text() {
        return ReasonMessages.of(this);
    }

    Reason with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Reason(cause, more);
    }
}
