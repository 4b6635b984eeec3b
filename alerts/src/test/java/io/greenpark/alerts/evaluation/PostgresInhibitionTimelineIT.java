package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link InhibitionTimelineTest} with the books at a PostgreSQL server. */
class PostgresInhibitionTimelineIT extends InhibitionTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
