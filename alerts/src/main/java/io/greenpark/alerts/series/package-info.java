/**
 * What Grafana draws of alerts: the steps of cases ({@code alert}) and the limits of outlet points ({@code limit}). Comes
 * in: marks of changed cases and of days with discharge figures; goes on to the InfluxDB writer.
 */
@NullMarked
package io.greenpark.alerts.series;

import org.jspecify.annotations.NullMarked;
