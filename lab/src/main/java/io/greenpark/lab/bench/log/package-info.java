/** What the telemetry log alone does: a JMH benchmark of appending and reading, without doors, books or processes. */
@NullMarked
package io.greenpark.lab.bench.log;

import org.jspecify.annotations.NullMarked;
