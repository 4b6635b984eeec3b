package io.greenpark.alerts.cases;

import io.greenpark.store.books.BooksKind;

/** {@link CaseSelectTest} with the books at a PostgreSQL server. */
class PostgresCaseSelectIT extends CaseSelectTest {
    @Override
    protected BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
