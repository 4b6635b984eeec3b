/** The forms of the registry's sheets: which columns each has, of which field of which document. They are written by {@code sheets.write} and read by {@code sheets.intake}. */
@NullMarked
package io.greenpark.sheets.form;

import org.jspecify.annotations.NullMarked;
