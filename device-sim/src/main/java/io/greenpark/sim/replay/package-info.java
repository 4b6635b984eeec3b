/**
 * Sends measured data as its devices would have: at their original times, through the ordinary doors, each message until
 * it is acknowledged. Data come from {@link io.greenpark.sim.data}, connections from {@link io.greenpark.sim.client}.
 */
@NullMarked
package io.greenpark.sim.replay;

import org.jspecify.annotations.NullMarked;
