package io.greenpark.cleanproduction.desk;

import io.greenpark.cleanproduction.CleanProductionConfig;
import io.greenpark.cleanproduction.candidate.Proposals;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import java.time.Clock;

/**
 * The desks of clean production.
 *
 * @param audits what is entered of audits, terms, and who sees to what
 * @param lists the approved lists
 * @param orders orders of authorities
 * @param proposals candidates, and what people proposed of them; of the authority only
 */
public record CleanProduction(CleanProductionDesk audits, ListDesk lists, OrderDesk orders, Proposals proposals) {
    /** @param registry of the whole district */
    public static CleanProduction of(Books books, RegistrySource registry, CleanProductionConfig config, Clock clock) {
        return new CleanProduction(
                new CleanProductionDesk(books, registry, config, clock),
                new ListDesk(books, registry, clock),
                new OrderDesk(books, clock),
                new Proposals(books, clock));
    }
}
