package io.greenpark.alerts.judge;

import io.greenpark.store.books.BooksKind;

/** {@link TakeoverTimelineTest} with the books at a PostgreSQL server. */
class PostgresTakeoverTimelineIT extends TakeoverTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
