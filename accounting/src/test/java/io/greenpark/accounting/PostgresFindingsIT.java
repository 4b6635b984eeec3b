package io.greenpark.accounting;

import io.greenpark.store.books.BooksKind;

/** {@link FindingsTest} with the books at a PostgreSQL server. */
class PostgresFindingsIT extends FindingsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
