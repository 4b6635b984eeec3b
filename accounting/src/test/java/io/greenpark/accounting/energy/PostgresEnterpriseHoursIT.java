package io.greenpark.accounting.energy;

import io.greenpark.store.books.BooksKind;

/** {@link EnterpriseHoursTest} with the books at a PostgreSQL server. */
class PostgresEnterpriseHoursIT extends EnterpriseHoursTest {
    @Override
    protected BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
