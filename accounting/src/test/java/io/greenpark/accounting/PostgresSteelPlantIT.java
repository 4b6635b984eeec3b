package io.greenpark.accounting;

import io.greenpark.store.books.BooksKind;

/** {@link SteelPlantTest} with the books at a PostgreSQL server. */
class PostgresSteelPlantIT extends SteelPlantTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
