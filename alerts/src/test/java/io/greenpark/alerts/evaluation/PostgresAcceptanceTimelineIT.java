package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link AcceptanceTimelineTest} with the books at a PostgreSQL server. */
class PostgresAcceptanceTimelineIT extends AcceptanceTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
