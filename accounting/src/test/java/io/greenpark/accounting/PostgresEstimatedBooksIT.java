package io.greenpark.accounting;

import io.greenpark.store.books.BooksKind;

/** {@link EstimatedBooksTest} with the books at a PostgreSQL server. */
class PostgresEstimatedBooksIT extends EstimatedBooksTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
