package io.greenpark.accounting.intensity;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
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
 * The intensity accounts in the books. Months of which nothing is known have no row there; why that is follows from the
 * registry as it is now.
 */
public final class BooksIntensityAccounts implements IntensityAccounts {
    private final Books books;
    private final RegistrySource registry;
    private final Clock clock;

    public BooksIntensityAccounts(Books books, RegistrySource registry, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public List<IntensityRow> rows(Subject subject, YearMonth from, YearMonth to, ElectricityBasis basis) {
        IntensityQuery query = new IntensityQuery(subject, basis, from, to);
        return books.read(handle -> rows(handle, registry.current(), query, clock.instant()));
    }

    /** The same on a reading connection that is open already. */
    public static List<IntensityRow> rows(Handle handle, Registry registry, IntensityQuery query, Instant now) {
        ParkTime time = query.subject().time(registry);
        Map<YearMonth, IntensityRow> booked = booked(handle, query, time);
        Map<YearMonth, IntensityRow> others = unbooked(handle, registry, query, booked.keySet());
        List<IntensityRow> rows = new ArrayList<>();
        for (YearMonth month = query.from(); month.isBefore(query.to()); month = month.plusMonths(1)) {
            IntensityRow kept = booked.get(month);
            IntensityRow row = kept != null ? kept : Objects.requireNonNull(others.get(month));
            boolean over = !now.isBefore(time.startOf(month.plusMonths(1)));
            rows.add(over ? row : row.running());
        }
        return rows;
    }

    /** Starts of the months that are kept of a subject and begin after a time, oldest first, at most {@code max}. */
    public static List<Long> months(Handle handle, Subject subject, long afterMs, int max) {
        return IntensityTable.starts(handle, subject, afterMs, max);
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
