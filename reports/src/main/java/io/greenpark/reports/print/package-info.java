/**
 * A {@link io.greenpark.reports.content.Report} in one language as a {@link io.greenpark.paper.Paper}, which {@code paper.pdf} writes.
 */
@NullMarked
package io.greenpark.reports.print;

import org.jspecify.annotations.NullMarked;
