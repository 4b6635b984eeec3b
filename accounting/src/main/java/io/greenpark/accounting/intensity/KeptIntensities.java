package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.IntensityTable.StoredMonth;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The rows of the books as they were computed, at one moment, whatever may be told of them. Months of which nothing is known
 * have no row there; why that is follows from the registry as it is now. What is loaded for one subject is there for the next.
 */
final class KeptIntensities {
    private final BooksMoment moment;
    private final Registry registry;

    KeptIntensities(Handle handle, Registry registry) {
        this.moment = new BooksMoment(handle, registry);
        this.registry = registry;
    }

    private record Kind(Subject.Scope scope, ParkTime time) {}

    /** Of each subject one row per month of {@code [from, to)}, each as if its month were over; in their order. */
    Map<Subject, List<IntensityRow>> rows(
            Collection<Subject> subjects, ElectricityBasis basis, YearMonth from, YearMonth to) {
        Map<Subject, Map<YearMonth, IntensityRow>> known = new LinkedHashMap<>();
        subjects.forEach(subject -> known.put(subject, new HashMap<>()));
        putBooked(known, basis, from, to);
        putUnbooked(known, basis, from, to);
        Map<Subject, List<IntensityRow>> rows = new LinkedHashMap<>();
        known.forEach((subject, months) -> {
            List<IntensityRow> own = new ArrayList<>();
            for (YearMonth month = from; month.isBefore(to); month = month.plusMonths(1)) {
                own.add(Objects.requireNonNull(months.get(month)));
            }
            rows.put(subject, own);
        });
        return rows;
    }

    private void putBooked(
            Map<Subject, Map<YearMonth, IntensityRow>> known, ElectricityBasis basis, YearMonth from, YearMonth to) {
        Map<Kind, List<Subject>> kinds =
                known.keySet().stream().collect(Collectors.groupingBy(s -> new Kind(s.scope(), s.time(registry))));
        kinds.forEach((kind, alike) -> {
            Map<String, Subject> byId = alike.stream().collect(Collectors.toMap(Subject::id, s -> s));
            IntensityQuery query = new IntensityQuery(alike.get(0), basis, from, to);
            IntensityTable.read(
                    moment.handle(),
                    query,
                    kind.time(),
                    List.copyOf(byId.keySet()),
                    (id, month, stored) -> put(known, Objects.requireNonNull(byId.get(id)), month, stored));
        });
    }

    private static void put(
            Map<Subject, Map<YearMonth, IntensityRow>> known, Subject subject, YearMonth month, StoredMonth stored) {
        IntensityRow row = stored.row(month);
        if (row != null) {
            Objects.requireNonNull(known.get(subject)).put(month, row);
        }
    }

    /** The months without a row: mostly those to come and those before anything was metered. */
    private void putUnbooked(
            Map<Subject, Map<YearMonth, IntensityRow>> known, ElectricityBasis basis, YearMonth from, YearMonth to) {
        Map<Subject, IntensityQuery> missing = new LinkedHashMap<>();
        known.forEach((subject, booked) -> {
            YearMonth first = from;
            YearMonth end = to;
            while (first.isBefore(end) && booked.containsKey(first)) {
                first = first.plusMonths(1);
            }
            while (first.isBefore(end) && booked.containsKey(end.minusMonths(1))) {
                end = end.minusMonths(1);
            }
            if (first.isBefore(end)) {
                missing.put(subject, new IntensityQuery(subject, basis, first, end));
            }
        });
        if (missing.isEmpty()) {
            return;
        }
        EnergyMonths months = moment.energy(basis);
        IntensityCalculation.load(registry, missing.values(), months);
        missing.forEach((subject, query) -> {
            Map<YearMonth, IntensityRow> booked = Objects.requireNonNull(known.get(subject));
            IntensityCalculation.rows(registry, query, months).forEach(row -> booked.putIfAbsent(row.month(), row));
        });
    }
}
