package io.greenpark.store.books;

/** {@link ReaderPositionsTest} on PostgreSQL. */
class PostgresReaderPositionsIT extends ReaderPositionsTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
