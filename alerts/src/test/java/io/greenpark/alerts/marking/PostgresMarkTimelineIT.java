package io.greenpark.alerts.marking;

import io.greenpark.store.books.BooksKind;

/** {@link MarkTimelineTest} with the books at a PostgreSQL server. */
class PostgresMarkTimelineIT extends MarkTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
