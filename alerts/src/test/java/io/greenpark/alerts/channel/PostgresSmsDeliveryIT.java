package io.greenpark.alerts.channel;

import io.greenpark.store.books.BooksKind;

/** {@link SmsDeliveryTest} with the books at a PostgreSQL server. */
class PostgresSmsDeliveryIT extends SmsDeliveryTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
