/**
 * Energy accounts. In come touched hours of points and the readings around them:
 *
 * <ul>
 *   <li>{@code PointBooker} recomputes the hours of one point from its readings and yields a {@code PointBooking}; the
 *       arithmetic is {@link io.greenpark.park.energy.EnergyHourCalculation}, its result an
 *       {@link io.greenpark.park.energy.EnergyHour}.
 *   <li>{@code EnterpriseSums} adds these up to hours, days and months of the enterprise.
 *   <li>{@link io.greenpark.accounting.energy.EnergyBooking} is both for the touched points of one enterprise, ready to be
 *       written.
 *   <li>{@code EnergyHourPointTable} keeps the hours of points ({@code energy_hour_point}); {@code StoredPointHours} are
 *       those read before booking. {@code EnergyTable} keeps the sums ({@code energy_hour}, {@code energy_day},
 *       {@code energy_month}). Hours of closed days lie folded elsewhere ({@link io.greenpark.accounting.hour}); {@code PointHourCodec} and
 *       {@code EnterpriseHourCodec} say how.
 *   <li>{@link io.greenpark.accounting.energy.HourBook} is for those outside who ask for hours.
 * </ul>
 *
 * <p>{@link io.greenpark.accounting.energy.EnergyAccounts} reads the sums, states them in standard coal and CO2, and adds
 * them up over a park or the district.
 */
@NullMarked
package io.greenpark.accounting.energy;

import org.jspecify.annotations.NullMarked;
