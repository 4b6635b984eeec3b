package io.greenpark.accounting.intensity;

import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The rows of the books as they were computed, whatever may be told of them. Months of which nothing is known have no row
 * there; why that is follows from the registry as it is now.
 */
final class KeptIntensities {
    private KeptIntensities() {}

    /** One row per month, each as if its month were over. */
    static List<IntensityRow> rows(Handle handle, Registry registry, IntensityQuery query) {
        ParkTime time = query.subject().time(registry);
        Map<YearMonth, IntensityRow> booked = booked(handle, query, time);
        Map<YearMonth, IntensityRow> others = unbooked(handle, registry, query, booked.keySet());
        List<IntensityRow> rows = new ArrayList<>();
        for (YearMonth month = query.from(); month.isBefore(query.to()); month = month.plusMonths(1)) {
            IntensityRow kept = booked.get(month);
            rows.add(kept != null ? kept : Objects.requireNonNull(others.get(month)));
        }
        return rows;
    }

    private static Map<YearMonth, IntensityRow> booked(Handle handle, IntensityQuery query, ParkTime time) {
        Map<YearMonth, IntensityRow> booked = new HashMap<>();
        IntensityTable.read(handle, query, time).forEach((month, stored) -> {
            IntensityRow row = stored.row(month);
            if (row != null) {
                booked.put(month, row);
            }
        });
        return booked;
    }

    /** The months without a row: mostly those to come and those before anything was metered. */
    private static Map<YearMonth, IntensityRow> unbooked(
            Handle handle, Registry registry, IntensityQuery query, Set<YearMonth> booked) {
        YearMonth first = query.from();
        YearMonth end = query.to();
        while (first.isBefore(end) && booked.contains(first)) {
            first = first.plusMonths(1);
        }
        while (first.isBefore(end) && booked.contains(end.minusMonths(1))) {
            end = end.minusMonths(1);
        }
        return IntensityCalculation.rows(
                        handle, registry, new IntensityQuery(query.subject(), query.basis(), first, end))
                .stream()
                .collect(Collectors.toMap(IntensityRow::month, row -> row));
    }
}
