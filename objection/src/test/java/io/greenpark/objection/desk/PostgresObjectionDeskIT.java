package io.greenpark.objection.desk;

import io.greenpark.store.books.BooksKind;

/** {@link ObjectionDeskTest} on PostgreSQL. */
class PostgresObjectionDeskIT extends ObjectionDeskTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
