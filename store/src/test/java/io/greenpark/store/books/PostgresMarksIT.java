package io.greenpark.store.books;

/** {@link MarksTest} on PostgreSQL. */
class PostgresMarksIT extends MarksTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
