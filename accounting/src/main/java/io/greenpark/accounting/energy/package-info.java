/**
 * Energy accounts: hourly bookings per point, sums per enterprise and park, standard coal and CO2.
 */
@NullMarked
package io.greenpark.accounting.energy;

import org.jspecify.annotations.NullMarked;
