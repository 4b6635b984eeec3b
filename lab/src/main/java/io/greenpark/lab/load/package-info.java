/**
 * A load generator that writes MQTT 3.1.1 frames itself, so that it leaves the machine to the server it measures: one
 * thread, prepared frames in which only digits change, and a ledger of what was acknowledged for tests with faults.
 */
@NullMarked
package io.greenpark.lab.load;

import org.jspecify.annotations.NullMarked;
