/**
 * The books database: migrations, the one writer and the pool of readers, and the ports bound to a transaction
 * ({@link io.greenpark.store.books.BooksTx}).
 */
@NullMarked
package io.greenpark.store.books;

import org.jspecify.annotations.NullMarked;
