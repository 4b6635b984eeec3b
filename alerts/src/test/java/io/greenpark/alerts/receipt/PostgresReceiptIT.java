package io.greenpark.alerts.receipt;

import io.greenpark.store.books.BooksKind;

/** {@link ReceiptTest} with the books at a PostgreSQL server. */
class PostgresReceiptIT extends ReceiptTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
