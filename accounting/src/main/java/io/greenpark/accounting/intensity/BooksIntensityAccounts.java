package io.greenpark.accounting.intensity;

import io.greenpark.accounting.Subject;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

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
        return books.read(handle ->
                IntensityCalculation.rows(handle, registry.current(), subject, from, to, basis, clock.instant()));
    }
}
