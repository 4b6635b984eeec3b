package io.greenpark.store.books;

class PostgresBooksContractIT extends BooksContract {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
