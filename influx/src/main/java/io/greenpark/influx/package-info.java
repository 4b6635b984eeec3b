/**
 * The InfluxDB writer: raw readings from the log and derived series from the dirty marks, each on its own loop with its
 * own progress, so that an outage of InfluxDB costs nothing but time. Grafana reads what it writes; Greenpark
 * does not, but to take out what may no longer be told there.
 *
 * <p>Schema of raw readings: measurement = the point's quantity; tags {@code enterprise}, {@code park}, {@code point};
 * fields {@code value} (float: the value as sent times the effective ratio of its time, in the point's current unit)
 * and {@code flag} (string: the letter of HJ 212-2017, Table 8); time in milliseconds.
 */
@NullMarked
package io.greenpark.influx;

import org.jspecify.annotations.NullMarked;
