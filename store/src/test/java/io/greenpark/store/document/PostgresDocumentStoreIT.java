package io.greenpark.store.document;

import io.greenpark.store.books.BooksKind;

/** {@link DocumentStoreTest} on PostgreSQL. */
class PostgresDocumentStoreIT extends DocumentStoreTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
