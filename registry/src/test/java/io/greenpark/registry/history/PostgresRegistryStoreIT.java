package io.greenpark.registry.history;

import io.greenpark.store.books.BooksKind;

/** {@link RegistryStoreTest} on PostgreSQL. */
class PostgresRegistryStoreIT extends RegistryStoreTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
