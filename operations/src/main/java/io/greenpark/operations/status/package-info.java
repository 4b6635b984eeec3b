/**
 * The state of the platform itself, as records that probes, metrics and the operations page read. {@code
 * operations.monitor} fills them in.
 */
@NullMarked
package io.greenpark.operations.status;

import org.jspecify.annotations.NullMarked;
