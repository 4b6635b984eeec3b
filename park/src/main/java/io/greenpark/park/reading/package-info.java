/**
 * Readings as sent, and the set of them that the books are a function of ({@link io.greenpark.park.reading.ReadingStore}).
 */
@NullMarked
package io.greenpark.park.reading;

import org.jspecify.annotations.NullMarked;
