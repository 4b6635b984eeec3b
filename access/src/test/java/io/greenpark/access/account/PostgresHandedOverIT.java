package io.greenpark.access.account;

import io.greenpark.store.books.BooksKind;

/** {@link HandedOverTest} with the books at a PostgreSQL server. */
class PostgresHandedOverIT extends HandedOverTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
