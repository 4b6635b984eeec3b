package io.greenpark.store.books;

class PostgresReadingScanIT extends ReadingScanTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
