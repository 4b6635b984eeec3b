package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link StoppedPowerTest} with the books at a PostgreSQL server. */
class PostgresStoppedPowerIT extends StoppedPowerTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
