package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link GatewaySilenceTest} on PostgreSQL. */
class PostgresGatewaySilenceIT extends GatewaySilenceTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
