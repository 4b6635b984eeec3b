package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.park.registry.Registry;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The rows that rows were compared with: of the year before, and of a target's base year. */
final class ComparedMonths {
    private ComparedMonths() {}

    static Map<YearMonth, IntensityRow> of(
            Handle handle, Registry registry, IntensityQuery query, List<IntensityRow> rows) {
        Map<YearMonth, IntensityRow> found = new HashMap<>();
        rows.forEach(row -> found.put(row.month(), row));
        TreeSet<YearMonth> wanted = new TreeSet<>();
        for (IntensityRow row : rows) {
            if (isCompared(row.ofMonth()) || isCompared(row.yearToDate())) {
                wanted.add(row.month().minusYears(1));
            }
            IntensityRow.TargetStanding standing = row.standing();
            if (standing != null && standing.changePercent() != null) {
                wanted.add(row.month().withYear(standing.baseYear()));
            }
        }
        wanted.removeAll(found.keySet());
        while (!wanted.isEmpty()) {
            YearMonth first = wanted.first();
            YearMonth end = first;
            while (wanted.remove(end)) {
                end = end.plusMonths(1);
            }
            KeptIntensities.rows(handle, registry, new IntensityQuery(query.subject(), query.basis(), first, end))
                    .forEach(row -> found.put(row.month(), row));
        }
        return found;
    }

    private static boolean isCompared(PeriodIntensity figure) {
        return figure.changePercent() != null;
    }
}
