package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link EnergyTimelineTest} with the books at a PostgreSQL server. */
class PostgresEnergyTimelineIT extends EnergyTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
