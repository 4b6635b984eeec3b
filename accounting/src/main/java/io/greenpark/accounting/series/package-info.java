/**
 * The derived series of the accounts, as Grafana shows them: what marked periods look like in the books now. The InfluxDB
 * writer asks for them; names are those of {@link io.greenpark.store.series.SeriesSchema}.
 */
@NullMarked
package io.greenpark.accounting.series;

import org.jspecify.annotations.NullMarked;
