/** How much of the approved list is covered, as a series for Grafana. */
@NullMarked
package io.greenpark.cleanproduction.series;

import org.jspecify.annotations.NullMarked;
