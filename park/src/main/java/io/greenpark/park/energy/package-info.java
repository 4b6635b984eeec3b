/**
 * Energy arithmetic: register differences, hourly bookings, standard coal, CO2 and intensity. Pure functions over a
 * point sorted readings and its dated facts; the accounts of the accounting module are built from them.
 */
@NullMarked
package io.greenpark.park.energy;

import org.jspecify.annotations.NullMarked;
