package io.greenpark.alerts.rulebook;

import io.greenpark.store.books.BooksKind;

/** {@link RuleBooksTest} with the books at a PostgreSQL server. */
class PostgresRuleBooksIT extends RuleBooksTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
