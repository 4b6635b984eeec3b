package io.greenpark.registry.credential;

import io.greenpark.store.books.BooksKind;

/** {@link SharedCredentialsTest} on PostgreSQL. */
class PostgresSharedCredentialsIT extends SharedCredentialsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
