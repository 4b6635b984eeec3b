/**
 * The InfluxDB writer: raw readings from the log, derived series from the marks, each with its own position.
 */
@NullMarked
package io.greenpark.store.influx;

import org.jspecify.annotations.NullMarked;
