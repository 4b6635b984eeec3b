package io.greenpark.alerts.evaluation;

import io.greenpark.store.books.BooksKind;

/** {@link RuleChangeTimelineTest} with the books at a PostgreSQL server. */
class PostgresRuleChangeTimelineIT extends RuleChangeTimelineTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
