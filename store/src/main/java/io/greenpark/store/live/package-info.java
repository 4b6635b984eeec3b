/**
 * Keeps the latest sign of life of every device. Readings come in from the log; rules and the console read
 * {@link io.greenpark.park.live.LiveState}.
 */
@NullMarked
package io.greenpark.store.live;

import org.jspecify.annotations.NullMarked;
