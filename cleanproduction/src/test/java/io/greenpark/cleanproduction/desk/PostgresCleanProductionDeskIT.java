package io.greenpark.cleanproduction.desk;

import io.greenpark.store.books.BooksKind;

/** {@link CleanProductionDeskTest} on PostgreSQL. */
class PostgresCleanProductionDeskIT extends CleanProductionDeskTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
