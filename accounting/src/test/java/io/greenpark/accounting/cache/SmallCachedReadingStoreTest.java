package io.greenpark.accounting.cache;

/** With room for hardly any samples. */
class SmallCachedReadingStoreTest extends CachedReadingStoreTest {
    @Override
    ReadingCache cache() {
        return new ReadingCache(40);
    }
}
