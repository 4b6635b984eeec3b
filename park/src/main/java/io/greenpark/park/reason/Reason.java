package io.greenpark.park.reason;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a figure is missing or a period is not judged.
 *
 * @param details what the cause is about, by name: texts, whole numbers, lists of texts, or another reason
 */
public record Reason(Cause cause, Map<String, Object> details) {
    static final String NESTED = "reason";

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
        return new Reason(cause, Map.of());
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

    /** Both in percent, the completeness rounded down. */
    public static Reason incomplete(Cause cause, double completeness, int requiredPercent) {
        return of(cause)
                .with("completenessPercent", (int) Math.floor(completeness * 100))
                .with("requiredPercent", requiredPercent);
    }

    public static Reason unitsDiffer(Unit measured, Unit limited) {
        return of(Cause.UNITS_DIFFER).with("measuredUnit", measured.symbol()).with("limitUnit", limited.symbol());
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
