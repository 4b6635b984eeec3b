/**
 * Discharge accounts: hourly and daily means of outlet points. In come touched hours of points and the readings around
 * them; {@code PointMeans} computes one point, {@link io.greenpark.accounting.discharge.DischargeBooker} those of a portion,
 * and a {@link io.greenpark.accounting.discharge.DischargeBooking} writes what changed.
 * {@link io.greenpark.accounting.discharge.DischargeAccounts} reads the tables {@code discharge_hour} and
 * {@code discharge_day}; {@code MeanHourTable} knows where hours of closed days lie.
 */
@NullMarked
package io.greenpark.accounting.discharge;

import org.jspecify.annotations.NullMarked;
