/**
 * A {@link io.greenpark.reports.content.Report} in one language as a workbook (XLSX) whose sums and quotients are formulas, with what they come to beside them.
 */
@NullMarked
package io.greenpark.reports.workbook;

import org.jspecify.annotations.NullMarked;
