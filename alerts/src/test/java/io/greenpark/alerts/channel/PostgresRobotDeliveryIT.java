package io.greenpark.alerts.channel;

import io.greenpark.store.books.BooksKind;

/** {@link RobotDeliveryTest} with the books at a PostgreSQL server. */
class PostgresRobotDeliveryIT extends RobotDeliveryTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
