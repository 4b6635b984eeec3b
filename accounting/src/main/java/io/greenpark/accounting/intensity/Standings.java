package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import java.time.Month;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            Map<Subject, SubjectStanding> standings = new LinkedHashMap<>();
            subjects.forEach(subject -> standings.put(subject, one(rows, subject, month, basis)));
            return standings;
        });
    }

    /** Of how many of these subjects the change of the year to date can be stated. */
    public long stated(List<Subject> subjects, YearMonth month, ElectricityBasis basis) {
        return accounts.atOneMoment(rows -> subjects.stream()
                .filter(s -> row(rows, s, month, basis).yearToDate().changePercent() != null)
                .count());
    }

    private SubjectStanding one(IntensityAccounts rows, Subject subject, YearMonth month, ElectricityBasis basis) {
        IntensityRow now = row(rows, subject, month, basis);
        TargetStanding standing = now.standing();
        if (standing == null) {
            return new SubjectStanding(subject, now, null);
        }
        YearMonth before = month.minusYears(1);
        YearMonth beforeEnd = before.withMonth(Month.DECEMBER.getValue());
        YearMonth baseEnd = beforeEnd.withYear(standing.baseYear());
        IntensityRow ofBeforeEnd = row(rows, subject, beforeEnd, basis);
        TargetProgress.Rows compared = new TargetProgress.Rows(
                now,
                before.equals(beforeEnd) ? ofBeforeEnd : row(rows, subject, before, basis),
                ofBeforeEnd,
                baseEnd.equals(beforeEnd) ? ofBeforeEnd : row(rows, subject, baseEnd, basis));
        boolean ofOne = subject.scope() == Subject.Scope.ENTERPRISE;
        return new SubjectStanding(subject, now, TargetProgress.of(standing, compared, ofOne, thresholds));
    }

    private static IntensityRow row(IntensityAccounts rows, Subject subject, YearMonth month, ElectricityBasis basis) {
        return rows.rows(subject, month, month.plusMonths(1), basis).get(0);
    }
}
