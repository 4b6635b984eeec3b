package io.greenpark.registry;

import io.greenpark.store.books.BooksKind;

/** {@link RegistryServiceTest} on PostgreSQL. */
class PostgresRegistryServiceIT extends RegistryServiceTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
