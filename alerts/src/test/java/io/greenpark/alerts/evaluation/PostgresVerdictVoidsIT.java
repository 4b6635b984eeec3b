package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link VerdictVoidsTest} on PostgreSQL. */
class PostgresVerdictVoidsIT extends VerdictVoidsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
