package io.greenpark.accounting.intensity;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/** The intensity accounts in the books, as officers may see them. */
public final class BooksIntensityAccounts implements IntensityAccounts {
    private final Books books;
    private final RegistrySource registry;
    private final ToldIntensities told;

    public BooksIntensityAccounts(Books books, RegistrySource registry, Disclosures disclosures, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.told = new ToldIntensities(disclosures, clock);
    }

    @Override
    public List<IntensityRow> rows(Subject subject, YearMonth from, YearMonth to, ElectricityBasis basis) {
        IntensityQuery query = new IntensityQuery(subject, basis, from, to);
        return books.read(handle -> told.rows(handle, registry.current(), query, Audience.OFFICERS));
    }

    @Override
    public <T> T atOneMoment(Function<IntensityAccounts, T> reading) {
        Registry current = registry.current();
        return books.read(handle -> reading.apply((subject, from, to, basis) ->
                told.rows(handle, current, new IntensityQuery(subject, basis, from, to), Audience.OFFICERS)));
    }
}
