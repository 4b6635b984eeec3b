/**
 * The embedded telemetry log: SQLite, one row a group commit, one file a day of arrival.
 */
@NullMarked
package io.greenpark.store.log;

import org.jspecify.annotations.NullMarked;
