package io.greenpark.accounting.energy;

import io.greenpark.store.books.BooksKind;

/** {@link LargestHoursTest} with the books at a PostgreSQL server. */
class PostgresLargestHoursIT extends LargestHoursTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
