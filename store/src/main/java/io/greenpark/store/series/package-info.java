/**
 * Derived series: what accounts and alerts want drawn in Grafana. They supply a
 * {@link io.greenpark.store.series.SeriesSource}; the InfluxDB writer claims the marks and writes the points.
 */
@NullMarked
package io.greenpark.store.series;

import org.jspecify.annotations.NullMarked;
