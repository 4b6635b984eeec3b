package io.greenpark.accounting;

import io.greenpark.store.books.BooksKind;

/** {@link AccountingTest} with the books at a PostgreSQL server. */
class PostgresAccountingIT extends AccountingTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
