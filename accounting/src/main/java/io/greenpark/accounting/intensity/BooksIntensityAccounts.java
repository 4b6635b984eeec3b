package io.greenpark.accounting.intensity;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The intensity accounts, computed from the monthly energy in the books and the registry as they are now. */
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
        return books.read(handle -> rows(handle, registry.current(), subject, from, to, basis, clock.instant()));
    }

    /** The same on a reading connection that is open already. */
    public static List<IntensityRow> rows(
            Handle handle,
            Registry registry,
            Subject subject,
            YearMonth from,
            YearMonth to,
            ElectricityBasis basis,
            Instant now) {
        return IntensityCalculation.rows(handle, registry, subject, from, to, basis, now);
    }

    /** Starts of the months that are kept of a subject and begin after a time, oldest first, at most {@code max}. */
    public static List<Long> months(Handle handle, Subject subject, long afterMs, int max) {
        return handle.createQuery("SELECT DISTINCT month_ms FROM intensity_month WHERE scope = :scope"
                        + " AND subject = :subject AND month_ms > :after ORDER BY month_ms LIMIT :max")
                .bind("scope", subject.scope().name())
                .bind("subject", subject.id())
                .bind("after", afterMs)
                .bind("max", max)
                .mapTo(Long.class)
                .list();
    }
}
