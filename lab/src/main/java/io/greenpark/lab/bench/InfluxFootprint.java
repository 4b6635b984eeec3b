package io.greenpark.lab.bench;

/** What InfluxDB took. */
record InfluxFootprint(long residentBytes, long diskBytes) {}
