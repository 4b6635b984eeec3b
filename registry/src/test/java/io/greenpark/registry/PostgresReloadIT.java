package io.greenpark.registry;

import io.greenpark.store.books.BooksKind;

/** {@link ReloadTest} on PostgreSQL. */
class PostgresReloadIT extends ReloadTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
