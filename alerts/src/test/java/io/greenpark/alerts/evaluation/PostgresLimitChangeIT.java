package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link LimitChangeTest} with the books at a PostgreSQL server. */
class PostgresLimitChangeIT extends LimitChangeTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
