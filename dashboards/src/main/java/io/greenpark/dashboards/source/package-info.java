/**
 * What the console and the API show: one record of all sources, handed in when the console is created. Everything here is
 * read, but the acknowledgement of a case, and changes of the registry. {@code dashboards.api} takes its figures from here.
 */
@NullMarked
package io.greenpark.dashboards.source;

import org.jspecify.annotations.NullMarked;
