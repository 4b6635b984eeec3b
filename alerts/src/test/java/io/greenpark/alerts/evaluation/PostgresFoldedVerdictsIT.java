package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link FoldedVerdictsTest} with the books at a PostgreSQL server. */
class PostgresFoldedVerdictsIT extends FoldedVerdictsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
