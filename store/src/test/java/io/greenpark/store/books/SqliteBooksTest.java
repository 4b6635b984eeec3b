package io.greenpark.store.books;

class SqliteBooksTest extends BooksContract {
    @Override
    BooksKind kind() {
        return BooksKind.SQLITE;
    }
}
