/**
 * The language of the domain: what a park, a point, a reading, a period and a figure are, and the ports of whatever is
 * durable. Pure functions and records; nothing here knows a framework, a database or a protocol.
 *
 * <p>Read on in {@link io.greenpark.park.reading.Reading}, {@link io.greenpark.park.log.TelemetryLog} and
 * {@link io.greenpark.park.registry.Registry}.
 */
@NullMarked
package io.greenpark.park;

import org.jspecify.annotations.NullMarked;
