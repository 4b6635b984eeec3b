/**
 * The loop that every reader of the log runs in: read a slice, process it, wait for more; with back-off and a health
 * that tells the truth.
 */
@NullMarked
package io.greenpark.store.loop;

import org.jspecify.annotations.NullMarked;
