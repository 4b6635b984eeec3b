package io.greenpark.accounting.intensity;

import io.greenpark.accounting.energy.UnacceptedMetering;
import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises of one industry held against each other by a year to date. Only figures that may be told of each of them by itself
 * are counted, so a median or a rank tells nothing more; and there must be some of them, or it would be a figure of one. Whoever was metered
 * by what nobody has accepted counts in nothing either: others would be held against what may be a wrong ratio.
 */
public final class Peers {
    /** From how many enterprises on something is said of them together. */
    public static final int LEAST = 5;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Map<String, PeriodIntensity> figures;
    private final Map<String, Reason> unaccepted;
    private final Map<String, Reason> unacceptedBefore;

    private Peers(
            Map<String, PeriodIntensity> figures,
            Map<String, Reason> unaccepted,
            Map<String, Reason> unacceptedBefore) {
        this.figures = figures;
        this.unaccepted = unaccepted;
        this.unacceptedBefore = unacceptedBefore;
    }

    /** Knows of what enterprises were metered by that nobody had accepted. */
    @FunctionalInterface
    public interface Acceptances {
        /** Why an enterprise's year up to the end of a month is not judged by; null where nothing stands against it. */
        @Nullable
        Reason unaccepted(String enterprise, YearMonth month);

        /** By what a registry says now. */
        static Acceptances of(Registry registry) {
            return (enterprise, month) -> {
                ParkTime time = registry.timeOf(enterprise);
                return UnacceptedMetering.of(registry, enterprise)
                        .in(time.startOf(month.withMonth(1)), time.startOf(month.plusMonths(1)));
            };
        }
    }

    /**
     * A figure in the middle of those that are told.
     *
     * @param median null with a reason
     * @param n of how many it is: those that are told and accepted
     */
    public record Median(
            @Nullable BigDecimal median, int n, @Nullable Reason reason) {}

    /**
     * A place among those that are told, 1 for the least energy per value added; equals share the better one.
     *
     * @param rank null with a reason
     * @param n among how many it is: those that are told and accepted
     */
    public record Rank(
            @Nullable Integer rank, int n, @Nullable Reason reason) {}

    /**
     * The peers at one moment.
     *
     * @param enterprises ids of all enterprises of an industry
     * @param month the last of the year to date
     */
    public static Peers of(
            IntensityAccounts accounts,
            Acceptances acceptances,
            List<String> enterprises,
            YearMonth month,
            ElectricityBasis basis) {
        List<Subject> subjects = enterprises.stream().map(Subject::enterprise).toList();
        Map<String, PeriodIntensity> figures = new LinkedHashMap<>();
        accounts.month(subjects, month, basis).forEach((subject, row) -> figures.put(subject.id(), row.yearToDate()));
        return new Peers(
                figures, held(acceptances, enterprises, month), held(acceptances, enterprises, month.minusYears(1)));
    }

    private static Map<String, Reason> held(Acceptances acceptances, List<String> enterprises, YearMonth month) {
        Map<String, Reason> held = new HashMap<>();
        for (String enterprise : enterprises) {
            Reason why = acceptances.unaccepted(enterprise, month);
            if (why != null) {
                held.put(enterprise, why);
            }
        }
        return held;
    }

    /** How many enterprises the industry has, told or not. */
    public int size() {
        return figures.size();
    }

    /** How many are left out as they were metered by what nobody had accepted. */
    public int unaccepted() {
        return unaccepted.size();
    }

    /** The median energy per value added, tce per 10,000 CNY. */
    public Median tcePer10kCny() {
        return median(intensities());
    }

    /** The median change against the year before, in percent. */
    public Median changePercent() {
        return median(told(
                PeriodIntensity::changePercent, id -> unaccepted.containsKey(id) || unacceptedBefore.containsKey(id)));
    }

    private List<BigDecimal> intensities() {
        return told(PeriodIntensity::tcePer10kCny, unaccepted::containsKey);
    }

    private static Median median(List<BigDecimal> told) {
        int n = told.size();
        if (n < LEAST) {
            return new Median(null, n, Reason.tooFewEnterprises(n, LEAST));
        }
        BigDecimal upper = told.get(n / 2);
        BigDecimal median = n % 2 == 1 ? upper : told.get(n / 2 - 1).add(upper).divide(TWO);
        return new Median(median, n, null);
    }

    /** In ascending order. */
    private List<BigDecimal> told(Function<PeriodIntensity, @Nullable BigDecimal> figure, Predicate<String> leftOut) {
        List<BigDecimal> told = new ArrayList<>();
        figures.entrySet().stream()
                .filter(e -> !leftOut.test(e.getKey()))
                .map(e -> figure.apply(e.getValue()))
                .filter(Objects::nonNull)
                .forEach(told::add);
        told.sort(Comparator.naturalOrder());
        return told;
    }

    /** Where an enterprise stands by its energy per value added. */
    public Rank rank(String enterprise) {
        List<BigDecimal> told = intensities();
        int n = told.size();
        if (n < LEAST) {
            return new Rank(null, n, Reason.tooFewEnterprises(n, LEAST));
        }
        PeriodIntensity own = Objects.requireNonNull(figures.get(enterprise), enterprise);
        BigDecimal figure = own.tcePer10kCny();
        if (figure == null) {
            return new Rank(null, n, own.reasons().get("tcePer10kCny"));
        }
        Reason held = unaccepted.get(enterprise);
        if (held != null) {
            return new Rank(null, n, held);
        }
        long better = told.stream().filter(other -> other.compareTo(figure) < 0).count();
        return new Rank((int) better + 1, n, null);
    }
}
