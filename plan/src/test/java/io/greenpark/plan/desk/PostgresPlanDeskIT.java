package io.greenpark.plan.desk;

import io.greenpark.store.books.BooksKind;

/** {@link PlanDeskTest} on PostgreSQL. */
class PostgresPlanDeskIT extends PlanDeskTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
