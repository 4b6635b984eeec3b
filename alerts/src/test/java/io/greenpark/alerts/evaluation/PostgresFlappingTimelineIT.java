package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link FlappingTimelineTest} with the books at a PostgreSQL server. */
class PostgresFlappingTimelineIT extends FlappingTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
