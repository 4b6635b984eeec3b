/**
 * Everything durable: the telemetry log, the books database, dead letters, the InfluxDB writer, and the reading of
 * configuration. Log, books and dead letters are separate files with a writer each; no transaction spans two.
 */
@NullMarked
package io.greenpark.store;

import org.jspecify.annotations.NullMarked;
