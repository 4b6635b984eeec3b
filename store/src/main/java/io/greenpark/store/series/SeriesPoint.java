package io.greenpark.store.series;

import java.util.Map;

/**
 * One point of a derived series, as InfluxDB holds it. Writing the same (measurement, tags, time) again replaces it.
 *
 * @param tags indexed labels; values are never empty
 * @param fields decimals, integers, booleans or texts; a figure that is missing has no field
 * @param timeMs epoch milliseconds
 */
public record SeriesPoint(String measurement, Map<String, String> tags, Map<String, Object> fields, long timeMs) {}
