package io.greenpark.store.books;

/** {@link LiveStateTest} on PostgreSQL. */
class PostgresLiveStateIT extends LiveStateTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
