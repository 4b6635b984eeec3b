package io.greenpark.alerts.cases;

import io.greenpark.store.books.BooksKind;

/** {@link WeekOfCasesTest} with the books at a PostgreSQL server. */
class PostgresWeekOfCasesIT extends WeekOfCasesTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
