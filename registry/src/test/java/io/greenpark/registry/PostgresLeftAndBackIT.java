package io.greenpark.registry;

import io.greenpark.store.books.BooksKind;

/** {@link LeftAndBackTest} on PostgreSQL. */
class PostgresLeftAndBackIT extends LeftAndBackTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
