/**
 * Health and metrics: the states of all parts come in, troubles and one snapshot go out to the operations page, to the
 * probes, and as Prometheus metrics. Micrometer is used here only.
 */
@NullMarked
package io.greenpark.operations.monitor;

import org.jspecify.annotations.NullMarked;
