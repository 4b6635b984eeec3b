/**
 * The embedded telemetry log: SQLite, one row per group commit, one file per day of arrival.
 */
@NullMarked
package io.greenpark.store.log;

import org.jspecify.annotations.NullMarked;
