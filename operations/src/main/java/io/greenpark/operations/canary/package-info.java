/**
 * The canary: synthetic readings (probes) are sent through the ordinary MQTT door like any device's and followed through
 * log, reading store, live state and InfluxDB writer. The outcome goes to health, metrics and the operations page.
 */
@NullMarked
package io.greenpark.operations.canary;

import org.jspecify.annotations.NullMarked;
