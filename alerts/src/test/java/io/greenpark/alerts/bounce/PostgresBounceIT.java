package io.greenpark.alerts.bounce;

import io.greenpark.store.books.BooksKind;

class PostgresBounceIT extends BounceTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
