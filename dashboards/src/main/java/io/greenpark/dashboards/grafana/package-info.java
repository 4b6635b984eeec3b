/**
 * Grafana dashboards as code. Typed builders make dashboards (district, park, enterprise, outlets with their limits, data quality,
 * cases, clean production, the platform's health), each in Chinese and in English, and the provisioning files of data source and dashboards; the generated files are kept under {@code deploy/grafana} and go into
 * the distribution. The queries read the schema of {@link io.greenpark.store.series.SeriesSchema} and of the raw readings
 * in InfluxDB; nothing comes back from there.
 */
@NullMarked
package io.greenpark.dashboards.grafana;

import org.jspecify.annotations.NullMarked;
