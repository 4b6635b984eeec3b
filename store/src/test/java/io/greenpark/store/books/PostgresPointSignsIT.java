package io.greenpark.store.books;

/** {@link PointSignsTest} at a PostgreSQL server. */
class PostgresPointSignsIT extends PointSignsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
