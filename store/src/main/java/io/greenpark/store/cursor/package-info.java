/**
 * A named reader's place in the log, kept in the books: taking over, reading on, committing with the results, and telling
 * of what could no longer be read. Readers of the log use it inside their {@link io.greenpark.store.reader.ReaderLoop}.
 */
@NullMarked
package io.greenpark.store.cursor;

import org.jspecify.annotations.NullMarked;
