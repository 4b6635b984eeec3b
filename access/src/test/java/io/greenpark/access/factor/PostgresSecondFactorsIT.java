package io.greenpark.access.factor;

import io.greenpark.store.books.BooksKind;

/** {@link SecondFactorsTest} on PostgreSQL. */
class PostgresSecondFactorsIT extends SecondFactorsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
