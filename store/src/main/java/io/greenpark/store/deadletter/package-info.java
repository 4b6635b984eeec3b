/**
 * Refusals, kept in a file of their own.
 */
@NullMarked
package io.greenpark.store.deadletter;

import org.jspecify.annotations.NullMarked;
