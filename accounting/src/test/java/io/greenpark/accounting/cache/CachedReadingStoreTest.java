package io.greenpark.accounting.cache;

import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.ReadingStoreContract;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The set through a cache that goes on from one transaction to the next. */
class CachedReadingStoreTest extends ReadingStoreContract {
    @TempDir
    private Path dir;

    private final ReadingCache cache = cache();
    private Books books;

    ReadingCache cache() {
        return new ReadingCache(1_000_000);
    }

    @BeforeEach
    void open() {
        books = BooksKind.SQLITE.fresh(dir).open(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Override
    protected <T> T inTransaction(Function<ReadingStore, T> work) {
        return books.<T, RuntimeException>write(tx -> {
            prefetch(cache, tx.readings());
            return work.apply(cache.over(tx.readings()));
        });
    }

    void prefetch(ReadingCache into, ReadingStore set) {}
}
