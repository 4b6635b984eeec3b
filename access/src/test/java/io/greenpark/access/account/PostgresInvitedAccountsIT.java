package io.greenpark.access.account;

import io.greenpark.store.books.BooksKind;

/** {@link InvitedAccountsTest} on PostgreSQL. */
class PostgresInvitedAccountsIT extends InvitedAccountsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
