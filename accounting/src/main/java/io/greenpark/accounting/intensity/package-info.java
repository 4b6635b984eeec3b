/**
 * Intensity accounts: tonnes of standard coal per 10,000 CNY of industrial value added, for months and the year to date,
 * against the year before and against the assigned target. Comes in: monthly energy and monthly statistics; goes on to
 * the rules, the console and the derived series.
 */
@NullMarked
package io.greenpark.accounting.intensity;

import org.jspecify.annotations.NullMarked;
