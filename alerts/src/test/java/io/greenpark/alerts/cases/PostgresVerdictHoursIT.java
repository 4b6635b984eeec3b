package io.greenpark.alerts.cases;

import io.greenpark.store.books.BooksKind;

/** {@link VerdictHoursTest} with the books at a PostgreSQL server. */
class PostgresVerdictHoursIT extends VerdictHoursTest {
    @Override
    protected BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
