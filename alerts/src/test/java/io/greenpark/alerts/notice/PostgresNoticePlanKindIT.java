package io.greenpark.alerts.notice;

import io.greenpark.store.books.BooksKind;

/** {@link NoticePlanKindTest} with the books at a PostgreSQL server. */
class PostgresNoticePlanKindIT extends NoticePlanKindTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
