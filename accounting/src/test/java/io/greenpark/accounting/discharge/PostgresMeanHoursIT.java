package io.greenpark.accounting.discharge;

import io.greenpark.store.books.BooksKind;

/** {@link MeanHoursTest} with the books at a PostgreSQL server. */
class PostgresMeanHoursIT extends MeanHoursTest {
    @Override
    protected BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
