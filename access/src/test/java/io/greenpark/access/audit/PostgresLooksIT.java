package io.greenpark.access.audit;

import io.greenpark.store.books.BooksKind;

/** {@link LooksTest} with the books at a PostgreSQL server. */
class PostgresLooksIT extends LooksTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
