/**
 * What the console and the API show: one record of all sources, handed in when the console is created. Everything here is
 * read; the only thing written through it is the acknowledgement of a case. {@code dashboards.api} takes its figures from
 * here.
 */
@NullMarked
package io.greenpark.dashboards.source;

import org.jspecify.annotations.NullMarked;
