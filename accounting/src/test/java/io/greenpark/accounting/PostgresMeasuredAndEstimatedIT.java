package io.greenpark.accounting;

import io.greenpark.store.books.BooksKind;

/** {@link MeasuredAndEstimatedTest} with the books at a PostgreSQL server. */
class PostgresMeasuredAndEstimatedIT extends MeasuredAndEstimatedTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
