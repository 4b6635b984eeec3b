package io.greenpark.store.books;

import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.ReadingStoreContract;
import java.util.function.Function;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresReadingStoreIT extends ReadingStoreContract {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(BooksKind.POSTGRESQL);

    @Override
    protected <T> T inTransaction(Function<ReadingStore, T> work) {
        return fixture.books().<T, RuntimeException>write(tx -> work.apply(tx.readings()));
    }
}
