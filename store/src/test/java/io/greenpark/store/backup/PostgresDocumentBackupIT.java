package io.greenpark.store.backup;

import io.greenpark.store.books.BooksKind;

/** {@link DocumentBackupTest} on PostgreSQL. */
class PostgresDocumentBackupIT extends DocumentBackupTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
