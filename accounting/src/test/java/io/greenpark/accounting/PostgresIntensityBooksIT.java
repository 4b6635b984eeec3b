package io.greenpark.accounting;

import io.greenpark.store.books.BooksKind;

/** {@link IntensityBooksTest} with the books at a PostgreSQL server. */
class PostgresIntensityBooksIT extends IntensityBooksTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
