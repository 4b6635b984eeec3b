/**
 * The platform watched: the states that the rooms expose come in, one picture of them goes out, to the operations page, to
 * the probes, and as Prometheus metrics. Micrometer is known here and nowhere else.
 */
@NullMarked
package io.greenpark.operations.monitor;

import org.jspecify.annotations.NullMarked;
