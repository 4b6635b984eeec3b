package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link LimitTimelineTest} with the books at a PostgreSQL server. */
class PostgresLimitTimelineIT extends LimitTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
