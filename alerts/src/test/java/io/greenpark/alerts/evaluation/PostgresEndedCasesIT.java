package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link EndedCasesTest} on PostgreSQL. */
class PostgresEndedCasesIT extends EndedCasesTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
