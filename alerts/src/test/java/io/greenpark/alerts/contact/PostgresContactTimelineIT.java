package io.greenpark.alerts.contact;

import io.greenpark.store.books.BooksKind;

/** {@link ContactTimelineTest} with the books at a PostgreSQL server. */
class PostgresContactTimelineIT extends ContactTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
