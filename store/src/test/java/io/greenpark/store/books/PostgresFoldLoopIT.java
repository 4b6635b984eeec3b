package io.greenpark.store.books;

/** {@link FoldLoopTest} on PostgreSQL. */
class PostgresFoldLoopIT extends FoldLoopTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
