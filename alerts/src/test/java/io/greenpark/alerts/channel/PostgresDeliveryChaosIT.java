package io.greenpark.alerts.channel;

import io.greenpark.store.books.BooksKind;

/** {@link DeliveryChaosIT} with the books at a PostgreSQL server. */
class PostgresDeliveryChaosIT extends DeliveryChaosIT {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
