/** How somebody's own sheet is laid out: where its header stands, which months and units it names, and by what it is known again. Comes from {@code sheets.cell}, goes on to {@code sheets.mapping} and {@code sheets.monthly}. */
@NullMarked
package io.greenpark.sheets.layout;

import org.jspecify.annotations.NullMarked;
