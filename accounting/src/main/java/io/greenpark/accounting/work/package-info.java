/**
 * What the accounts have yet to do, in two tables: hours of points to recompute
 * ({@link io.greenpark.accounting.work.AccountWorkTable}) and months of intensity
 * ({@link io.greenpark.accounting.work.IntensityWorkTable}). In come slices of the log; they leave the hours they touch
 * there, in the transaction that puts them into the set of readings, and the bookings take their work from there.
 */
@NullMarked
package io.greenpark.accounting.work;

import org.jspecify.annotations.NullMarked;
