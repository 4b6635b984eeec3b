/**
 * Whether Greenpark stays as it is while it works: readings for minutes or hours at half of what it can sustain, its
 * memory, lags and acknowledgements sampled meanwhile and judged afterwards, and every reading counted at the end. A load
 * and a server come in; a report with a plot goes out.
 */
@NullMarked
package io.greenpark.lab.bench.soak;

import org.jspecify.annotations.NullMarked;
