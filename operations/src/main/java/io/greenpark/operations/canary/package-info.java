/**
 * The canary: a synthetic reading that is sent through the ordinary MQTT door like any device's and followed through log,
 * reading store, live state and InfluxDB writer. What became of it goes to health, metrics and the operations page.
 */
@NullMarked
package io.greenpark.operations.canary;

import org.jspecify.annotations.NullMarked;
