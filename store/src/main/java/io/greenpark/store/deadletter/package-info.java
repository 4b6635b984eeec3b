/**
 * Refusals, and what proved senders sent of devices that nobody has claimed, kept in a file of their own.
 */
@NullMarked
package io.greenpark.store.deadletter;

import org.jspecify.annotations.NullMarked;
