package io.greenpark.access.account;

import io.greenpark.store.books.BooksKind;

/** {@link OutsideAccountsTest} on PostgreSQL. */
class PostgresOutsideAccountsIT extends OutsideAccountsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
