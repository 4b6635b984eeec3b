package io.greenpark.registry.edit;

import io.greenpark.store.books.BooksKind;

/** {@link ClosedMonthGateTest} on PostgreSQL. */
class PostgresClosedMonthGateIT extends ClosedMonthGateTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
