package io.greenpark.returns.desk;

import io.greenpark.store.books.BooksKind;

/** {@link ReturnDeskTest} on PostgreSQL. */
class PostgresReturnDeskIT extends ReturnDeskTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
