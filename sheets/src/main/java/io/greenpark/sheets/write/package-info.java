/** Writes templates and exports: the same workbook, without and with rows. What comes out is read by {@code sheets.intake} again and changes nothing. */
@NullMarked
package io.greenpark.sheets.write;

import org.jspecify.annotations.NullMarked;
