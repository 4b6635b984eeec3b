package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link StandingsTest} on PostgreSQL. */
class PostgresStandingsIT extends StandingsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
