/** Reads a workbook (XLSX) or CSV that somebody sent into {@code sheets.cell}: bounded in every way, no library in between but for CSV. Refuses a file it cannot take as a whole, with a sentence. */
@NullMarked
package io.greenpark.sheets.read;

import org.jspecify.annotations.NullMarked;
