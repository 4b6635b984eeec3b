/** What a file says, cell by cell: comes from {@code sheets.read}, goes on to {@code sheets.intake}. Nothing is judged here. */
@NullMarked
package io.greenpark.sheets.cell;

import org.jspecify.annotations.NullMarked;
