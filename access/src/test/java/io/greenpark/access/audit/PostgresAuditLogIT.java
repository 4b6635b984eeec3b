package io.greenpark.access.audit;

import io.greenpark.store.books.BooksKind;

/** {@link AuditLogTest} with the books at a PostgreSQL server. */
class PostgresAuditLogIT extends AuditLogTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
