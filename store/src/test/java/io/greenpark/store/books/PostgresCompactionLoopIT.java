package io.greenpark.store.books;

/** {@link CompactionLoopTest} on PostgreSQL. */
class PostgresCompactionLoopIT extends CompactionLoopTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
