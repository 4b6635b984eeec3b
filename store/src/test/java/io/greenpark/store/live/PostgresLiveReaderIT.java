package io.greenpark.store.live;

import io.greenpark.store.books.BooksKind;

/** {@link LiveReaderTest} on PostgreSQL. */
class PostgresLiveReaderIT extends LiveReaderTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
