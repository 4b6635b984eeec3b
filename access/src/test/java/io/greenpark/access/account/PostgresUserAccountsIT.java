package io.greenpark.access.account;

import io.greenpark.store.books.BooksKind;

/** {@link UserAccountsTest} on PostgreSQL. */
class PostgresUserAccountsIT extends UserAccountsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
