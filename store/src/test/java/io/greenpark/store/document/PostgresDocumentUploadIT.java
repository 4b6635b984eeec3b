package io.greenpark.store.document;

import io.greenpark.store.books.BooksKind;

/** {@link DocumentUploadTest} on PostgreSQL. */
class PostgresDocumentUploadIT extends DocumentUploadTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
