package io.greenpark.accounting.intensity;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
        return atOneMoment(rows -> rows.rows(subject, from, to, basis));
    }

    @Override
    public Map<Subject, List<IntensityRow>> rows(
            Collection<Subject> subjects, YearMonth from, YearMonth to, ElectricityBasis basis) {
        return atOneMoment(rows -> rows.rows(subjects, from, to, basis));
    }

    @Override
    public <T> T atOneMoment(Function<IntensityAccounts, T> reading) {
        return books.read(handle -> reading.apply(told.on(handle, registry.current(), Audience.OFFICERS)));
    }
}
