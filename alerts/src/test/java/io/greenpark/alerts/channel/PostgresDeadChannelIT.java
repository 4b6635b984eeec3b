package io.greenpark.alerts.channel;

import io.greenpark.store.books.BooksKind;

/** {@link DeadChannelTest} with the books at a PostgreSQL server. */
class PostgresDeadChannelIT extends DeadChannelTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
