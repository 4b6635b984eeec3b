package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The rows that rows were compared with: of the year before, and of a target's base year. */
final class ComparedMonths {
    private ComparedMonths() {}

    /** Months without one between, {@code [first, end)}. */
    private record Run(YearMonth first, YearMonth end) {}

    /** By subject and month: the rows themselves, and those they were compared with. */
    static Map<Subject, Map<YearMonth, IntensityRow>> of(
            KeptIntensities kept, ElectricityBasis basis, Map<Subject, List<IntensityRow>> rows) {
        Map<Subject, Map<YearMonth, IntensityRow>> found = new HashMap<>();
        Map<Run, List<Subject>> runs = new LinkedHashMap<>();
        rows.forEach((subject, own) -> {
            Map<YearMonth, IntensityRow> months = new HashMap<>();
            own.forEach(row -> months.put(row.month(), row));
            found.put(subject, months);
            TreeSet<YearMonth> wanted = compared(own);
            wanted.removeAll(months.keySet());
            runs(wanted).forEach(run -> runs.computeIfAbsent(run, r -> new ArrayList<>())
                    .add(subject));
        });
        runs.forEach((run, subjects) -> kept.rows(subjects, basis, run.first(), run.end())
                .forEach((subject, others) -> others.forEach(
                        row -> Objects.requireNonNull(found.get(subject)).put(row.month(), row))));
        return found;
    }

    private static TreeSet<YearMonth> compared(List<IntensityRow> rows) {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (IntensityRow row : rows) {
            if (isCompared(row.ofMonth()) || isCompared(row.yearToDate())) {
                months.add(row.month().minusYears(1));
            }
            IntensityRow.TargetStanding standing = row.standing();
            if (standing != null && standing.changePercent() != null) {
                months.add(row.month().withYear(standing.baseYear()));
            }
        }
        return months;
    }

    private static List<Run> runs(TreeSet<YearMonth> months) {
        List<Run> runs = new ArrayList<>();
        while (!months.isEmpty()) {
            YearMonth first = months.first();
            YearMonth end = first;
            while (months.remove(end)) {
                end = end.plusMonths(1);
            }
            runs.add(new Run(first, end));
        }
        return runs;
    }

    private static boolean isCompared(PeriodIntensity figure) {
        return figure.changePercent() != null;
    }
}
