package io.greenpark.access.audit;

import io.greenpark.store.books.BooksKind;

/** {@link AuditChainTest} with the books at a PostgreSQL server. */
class PostgresAuditChainIT extends AuditChainTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
