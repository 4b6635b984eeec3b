package io.greenpark.store.credential;

import io.greenpark.store.books.BooksKind;

/** {@link CredentialStoreTest} on PostgreSQL. */
class PostgresCredentialStoreIT extends CredentialStoreTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
