package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link StandstillTimelineTest} with the books at a PostgreSQL server. */
class PostgresStandstillTimelineIT extends StandstillTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
