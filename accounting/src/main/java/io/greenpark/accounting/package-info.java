/**
 * The books: what readings mean. {@link io.greenpark.accounting.Accounting} follows the log in rounds on one thread: slices
 * of it go into the set of readings ({@code work}); the hours they touch are cut into portions, computed from the set
 * ({@code energy}, {@code discharge}, through {@code cache}) and written with their marks; then months are compared with
 * statistics and targets ({@code intensity}). A changed registry is work of the same kind ({@code basis}). Alerts, the
 * InfluxDB writer ({@code series}) and the API read what is booked.
 */
@NullMarked
package io.greenpark.accounting;

import org.jspecify.annotations.NullMarked;
