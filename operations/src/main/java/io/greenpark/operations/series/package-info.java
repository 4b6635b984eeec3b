/** The state of the platform itself, as series for Grafana. */
@NullMarked
package io.greenpark.operations.series;

import org.jspecify.annotations.NullMarked;
