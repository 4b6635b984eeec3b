package io.greenpark.alerts.explain;

import io.greenpark.store.books.BooksKind;

/** {@link ExplanationsTest} with the books at a PostgreSQL server. */
class PostgresExplanationsIT extends ExplanationsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
