package io.greenpark.returns.closing;

import io.greenpark.store.books.BooksKind;

/** {@link ClosingDeskTest} on PostgreSQL. */
class PostgresClosingDeskIT extends ClosingDeskTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
