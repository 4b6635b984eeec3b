package io.greenpark.accounting.energy;

import io.greenpark.store.books.BooksKind;

/** {@link PointHoursTest} with the books at a PostgreSQL server. */
class PostgresPointHoursIT extends PointHoursTest {
    @Override
    protected BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
