package io.greenpark.alerts.judge;

import io.greenpark.store.books.BooksKind;

/** {@link SilenceTimelineTest} with the books at a PostgreSQL server. */
class PostgresSilenceTimelineIT extends SilenceTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
