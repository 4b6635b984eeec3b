package io.greenpark.plan.telling;

import io.greenpark.store.books.BooksKind;

/** {@link SheetTellingTest} on PostgreSQL. */
class PostgresSheetTellingIT extends SheetTellingTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
