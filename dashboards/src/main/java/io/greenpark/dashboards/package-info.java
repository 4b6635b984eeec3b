/**
 * The console, the API below it, and the Grafana dashboards as code. Reads the books and
 * the reading store, never InfluxDB.
 */
@NullMarked
package io.greenpark.dashboards;

import org.jspecify.annotations.NullMarked;
