package io.greenpark.accounting;

import io.greenpark.store.books.BooksKind;

/** {@link BooksCheckTest} with the books at a PostgreSQL server. */
class PostgresBooksCheckIT extends BooksCheckTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
