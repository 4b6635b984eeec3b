package io.greenpark.returns.closing;

import io.greenpark.store.books.BooksKind;

/** {@link KilledClosingTest} on PostgreSQL. */
class PostgresKilledClosingIT extends KilledClosingTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
