/**
 * What a report says, before it is known how it is shown: {@link io.greenpark.reports.content.Report} of sections, tables and values, words in both languages. Others
 * compose it; {@code reports.print} and {@code reports.workbook} show it.
 */
@NullMarked
package io.greenpark.reports.content;

import org.jspecify.annotations.NullMarked;
