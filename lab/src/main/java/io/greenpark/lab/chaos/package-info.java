/**
 * Faults as a command: a made-up park sends through a seeded plan of kills, outages and disorder, and afterwards every store
 * is compared with what was acknowledged. Comes in: {@link io.greenpark.lab.chaos.ChaosOptions}; goes out: a report and
 * a result. What surrounds the server lies in {@code environment}, the comparison in {@code check}.
 */
@NullMarked
package io.greenpark.lab.chaos;

import org.jspecify.annotations.NullMarked;
