package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link SilenceTimelineTest} with the books at a PostgreSQL server. */
class PostgresSilenceTimelineIT extends SilenceTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
