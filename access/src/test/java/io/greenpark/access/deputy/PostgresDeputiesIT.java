package io.greenpark.access.deputy;

import io.greenpark.store.books.BooksKind;

/** {@link DeputiesTest} with the books at a PostgreSQL server. */
class PostgresDeputiesIT extends DeputiesTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
