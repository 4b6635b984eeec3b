package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises of one industry held against each other by a year to date. Only figures that may be told of each of them by itself
 * are counted, so a median or a rank tells nothing more; and there must be some of them, or it would be a figure of one.
 */
public final class Peers {
    /** From how many enterprises on something is said of them together. */
    public static final int LEAST = 5;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Map<String, PeriodIntensity> figures;

    private Peers(Map<String, PeriodIntensity> figures) {
        this.figures = figures;
    }

    /**
     * A figure in the middle of those that are told.
     *
     * @param median null with a reason
     * @param n how many are told
     */
    public record Median(
            @Nullable BigDecimal median, int n, @Nullable Reason reason) {}

    /**
     * A place among those that are told, 1 for the least energy per value added; equals share the better one.
     *
     * @param rank null with a reason
     * @param n how many are told
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
            IntensityAccounts accounts, List<String> enterprises, YearMonth month, ElectricityBasis basis) {
        List<Subject> subjects = enterprises.stream().map(Subject::enterprise).toList();
        Map<String, PeriodIntensity> figures = new LinkedHashMap<>();
        accounts.month(subjects, month, basis).forEach((subject, row) -> figures.put(subject.id(), row.yearToDate()));
        return new Peers(figures);
    }

    /** How many enterprises the industry has, told or not. */
    public int size() {
        return figures.size();
    }

    /** The median energy per value added, tce per 10,000 CNY. */
    public Median tcePer10kCny() {
        return median(PeriodIntensity::tcePer10kCny);
    }

    /** The median change against the year before, in percent. */
    public Median changePercent() {
        return median(PeriodIntensity::changePercent);
    }

    private Median median(Function<PeriodIntensity, @Nullable BigDecimal> figure) {
        List<BigDecimal> told = told(figure);
        int n = told.size();
        if (n < LEAST) {
            return new Median(null, n, Reason.tooFewEnterprises(n, LEAST));
        }
        BigDecimal upper = told.get(n / 2);
        BigDecimal median = n % 2 == 1 ? upper : told.get(n / 2 - 1).add(upper).divide(TWO);
        return new Median(median, n, null);
    }

    /** In ascending order. */
    private List<BigDecimal> told(Function<PeriodIntensity, @Nullable BigDecimal> figure) {
        List<BigDecimal> told = new ArrayList<>();
        figures.values().stream().map(figure).filter(Objects::nonNull).forEach(told::add);
        told.sort(Comparator.naturalOrder());
        return told;
    }

    /** Where an enterprise stands by its energy per value added. */
    public Rank rank(String enterprise) {
        List<BigDecimal> told = told(PeriodIntensity::tcePer10kCny);
        int n = told.size();
        if (n < LEAST) {
            return new Rank(null, n, Reason.tooFewEnterprises(n, LEAST));
        }
        PeriodIntensity own = Objects.requireNonNull(figures.get(enterprise), enterprise);
        BigDecimal figure = own.tcePer10kCny();
        if (figure == null) {
            return new Rank(null, n, own.reasons().get("tcePer10kCny"));
        }
        long better = told.stream().filter(other -> other.compareTo(figure) < 0).count();
        return new Rank((int) better + 1, n, null);
    }
}
