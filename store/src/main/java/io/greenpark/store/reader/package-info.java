/**
 * A named reader's position in the log, kept in the books: taking over, reading on, committing with the results, and
 * reporting what could no longer be read. Readers of the log use it inside their {@link io.greenpark.store.loop.BackgroundLoop}.
 */
@NullMarked
package io.greenpark.store.reader;

import org.jspecify.annotations.NullMarked;
