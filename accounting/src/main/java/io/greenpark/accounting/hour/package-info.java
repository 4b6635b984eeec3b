/**
 * How hours of the accounts are kept. In comes an hour that was booked, as a row of its own ({@code energy_hour_point},
 * {@code energy_hour}, {@code discharge_hour}); once its day has been closed for some days, {@code HourFold} moves it into the
 * one row of its subject and day ({@code …_folded}), the bytes of an {@link io.greenpark.accounting.hour.HourCodec}. An
 * {@link io.greenpark.accounting.hour.HourTable} reads both as one; its rooms ({@code accounting.energy},
 * {@code accounting.discharge}) say what a row and a day's bytes are. An hour that is booked anew is a row again, which counts
 * before what was folded, until it is folded in. Verdicts on hours are kept the same way ({@code alert_verdict}).
 */
@NullMarked
package io.greenpark.accounting.hour;

import org.jspecify.annotations.NullMarked;
