package io.greenpark.sheets.mapping;

import io.greenpark.store.books.BooksKind;

/** {@link SheetMappingsTest} on PostgreSQL. */
class PostgresSheetMappingsIT extends SheetMappingsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
