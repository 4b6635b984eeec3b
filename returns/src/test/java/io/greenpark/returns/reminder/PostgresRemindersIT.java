package io.greenpark.returns.reminder;

import io.greenpark.store.books.BooksKind;

/** {@link RemindersTest} on PostgreSQL. */
class PostgresRemindersIT extends RemindersTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
