/**
 * What the console and the API look at: one record of all sources, handed in by whoever starts the console. Everything
 * here is read; the only thing written through it is the acknowledgement of a case. From here {@code dashboards.api}
 * takes its figures.
 */
@NullMarked
package io.greenpark.dashboards.source;

import org.jspecify.annotations.NullMarked;
