/**
 * Three measured data sets (see {@code ATTRIBUTION.txt}) as the readings their devices would send: values as exact
 * decimals, times as instants. Reads the files with everything that is odd about them. All their local times are read in
 * Asia/Shanghai, by convention. Goes into {@link io.greenpark.sim.replay} and into the simulated park.
 */
@NullMarked
package io.greenpark.sim.data;

import org.jspecify.annotations.NullMarked;
