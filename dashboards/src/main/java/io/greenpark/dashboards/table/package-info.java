/**
 * Tables that leave Greenpark: columns with headings in both languages and values as they are, a part of the rows by search, order
 * and page, and the same as a file for a spreadsheet. Lists of {@code dashboards.api} answer with them.
 */
@NullMarked
package io.greenpark.dashboards.table;

import org.jspecify.annotations.NullMarked;
