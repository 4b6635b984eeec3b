package io.greenpark.alerts.channel;

import io.greenpark.store.books.BooksKind;

/** {@link DeliveryTest} with the books at a PostgreSQL server. */
class PostgresDeliveryIT extends DeliveryTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
