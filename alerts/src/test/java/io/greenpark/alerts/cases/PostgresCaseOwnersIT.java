package io.greenpark.alerts.cases;

import io.greenpark.store.books.BooksKind;

/** {@link CaseOwnersTest} with the books at a PostgreSQL server. */
class PostgresCaseOwnersIT extends CaseOwnersTest {
    @Override
    protected BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
