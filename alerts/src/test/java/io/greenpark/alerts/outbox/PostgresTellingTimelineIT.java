package io.greenpark.alerts.outbox;

import io.greenpark.store.books.BooksKind;

/** {@link TellingTimelineTest} with the books at a PostgreSQL server. */
class PostgresTellingTimelineIT extends TellingTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
