/**
 * The set of readings with a memory: what bookings read again and again is kept between them. In come the readings that the
 * log intake puts into the set; bookings ask a {@link io.greenpark.accounting.cache.CachedReadingStore} as they would ask
 * the set, and get the same answers sooner.
 */
@NullMarked
package io.greenpark.accounting.cache;

import org.jspecify.annotations.NullMarked;
