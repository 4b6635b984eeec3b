package io.greenpark.alerts;

import io.greenpark.store.books.BooksKind;

/** {@link AlertsTest} with the books at a PostgreSQL server. */
class PostgresAlertsIT extends AlertsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
