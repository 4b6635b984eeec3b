package io.greenpark.registry.credential;

import io.greenpark.store.books.BooksKind;

/** {@link CredentialStoreTest} on PostgreSQL. */
class PostgresCredentialStoreIT extends CredentialStoreTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
