package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link TwoBrokersTest} on PostgreSQL. */
class PostgresTwoBrokersIT extends TwoBrokersTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
