/**
 * Simulated devices of a registry: what each point shows at a time, planted faults, back-fill and live sending through
 * the ordinary doors.
 */
@NullMarked
package io.greenpark.sim.simulate;

import org.jspecify.annotations.NullMarked;
