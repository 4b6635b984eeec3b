package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many subjects stand against their targets in a month, and what that comes to. Any thread may call. */
public final class Standings {
    private final IntensityAccounts accounts;
    private final ProgressLevel.Thresholds thresholds;

    public Standings(IntensityAccounts accounts, ProgressLevel.Thresholds thresholds) {
        this.accounts = accounts;
        this.thresholds = thresholds;
    }

    /**
     * A subject in a month.
     *
     * @param progress what its standing comes to; null where it has no target of this basis
     */
    public record SubjectStanding(
            Subject subject, IntensityRow row, @Nullable TargetProgress progress) {}

    /** All of these subjects at one moment, in their order. */
    public Map<Subject, SubjectStanding> of(List<Subject> subjects, YearMonth month, ElectricityBasis basis) {
        return accounts.atOneMoment(rows -> {
            Map<Subject, IntensityRow> now = rows.month(subjects, month, basis);
            Earlier earlier = Earlier.of(rows, now, month, basis);
            Map<Subject, SubjectStanding> standings = new LinkedHashMap<>();
            now.forEach((subject, row) -> standings.put(subject, one(subject, row, earlier, month)));
            return standings;
        });
    }

    /** Of how many of these subjects the change of the year to date can be stated, in each of these months. */
    public Map<YearMonth, Long> stated(List<Subject> subjects, List<YearMonth> months, ElectricityBasis basis) {
        return accounts.atOneMoment(rows -> {
            Map<YearMonth, Long> stated = new LinkedHashMap<>();
            months.forEach(month -> stated.put(
                    month,
                    rows.month(subjects, month, basis).values().stream()
                            .filter(row -> row.yearToDate().changePercent() != null)
                            .count()));
            return stated;
        });
    }

    private SubjectStanding one(Subject subject, IntensityRow now, Earlier earlier, YearMonth month) {
        TargetStanding standing = now.standing();
        if (standing == null) {
            return new SubjectStanding(subject, now, null);
        }
        TargetProgress.Rows compared = new TargetProgress.Rows(
                now,
                earlier.row(subject, month.minusYears(1)),
                earlier.row(subject, endOfYearBefore(month)),
                earlier.row(subject, endOf(standing.baseYear())));
        boolean ofOne = subject.scope() == Subject.Scope.ENTERPRISE;
        return new SubjectStanding(subject, now, TargetProgress.of(standing, compared, ofOne, thresholds));
    }

    private static YearMonth endOfYearBefore(YearMonth month) {
        return endOf(month.getYear() - 1);
    }

    private static YearMonth endOf(int year) {
        return YearMonth.of(year, Month.DECEMBER);
    }

    /** The rows that standings are compared with: the same month and the end of the year before, the end of the base year. */
    private record Earlier(Map<YearMonth, Map<Subject, IntensityRow>> rows) {
        static Earlier of(
                IntensityAccounts accounts, Map<Subject, IntensityRow> now, YearMonth month, ElectricityBasis basis) {
            Map<YearMonth, Set<Subject>> wanted = new TreeMap<>();
            now.forEach((subject, row) -> {
                TargetStanding standing = row.standing();
                if (standing != null) {
                    Stream.of(month.minusYears(1), endOfYearBefore(month), endOf(standing.baseYear()))
                            .forEach(m -> wanted.computeIfAbsent(m, w -> new LinkedHashSet<>())
                                    .add(subject));
                }
            });
            Map<YearMonth, Map<Subject, IntensityRow>> rows = new HashMap<>();
            wanted.forEach((m, subjects) -> rows.put(m, accounts.month(subjects, m, basis)));
            return new Earlier(rows);
        }

        IntensityRow row(Subject subject, YearMonth month) {
            return Objects.requireNonNull(
                    Objects.requireNonNull(rows.get(month)).get(subject));
        }
    }
}
