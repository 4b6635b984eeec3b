/**
 * How industries behave: load over the hours, the week and the year, discharge, noise and trend. The figures are tables
 * beside this package (simulation assumptions, never rules); the functions are pure in seed and time, so the same seed
 * gives the same park. Goes into {@link io.greenpark.sim.simulate}.
 */
@NullMarked
package io.greenpark.sim.profile;

import org.jspecify.annotations.NullMarked;
