package io.greenpark.alerts.desk;

import io.greenpark.store.books.BooksKind;

/** {@link HandlingTimelineTest} with the books at a PostgreSQL server. */
class PostgresHandlingTimelineIT extends HandlingTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
