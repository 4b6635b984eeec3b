package io.greenpark.cleanproduction.deadline;

import io.greenpark.store.books.BooksKind;

/** {@link DeadlinesTest} on PostgreSQL. */
class PostgresDeadlinesIT extends DeadlinesTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
