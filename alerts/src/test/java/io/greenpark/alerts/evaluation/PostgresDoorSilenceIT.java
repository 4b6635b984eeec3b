package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link DoorSilenceTest} on PostgreSQL. */
class PostgresDoorSilenceIT extends DoorSilenceTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
