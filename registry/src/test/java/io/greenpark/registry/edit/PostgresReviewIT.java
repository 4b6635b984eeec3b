package io.greenpark.registry.edit;

import io.greenpark.store.books.BooksKind;

/** {@link ReviewTest} on PostgreSQL. */
class PostgresReviewIT extends ReviewTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
