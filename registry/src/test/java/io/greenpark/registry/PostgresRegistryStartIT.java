package io.greenpark.registry;

import io.greenpark.store.books.BooksKind;

/** {@link RegistryStartTest} on PostgreSQL. */
class PostgresRegistryStartIT extends RegistryStartTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
