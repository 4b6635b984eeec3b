package io.greenpark.acceptance.desk;

import io.greenpark.store.books.BooksKind;

/** {@link AcceptanceDeskTest} on PostgreSQL. */
class PostgresAcceptanceDeskIT extends AcceptanceDeskTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
