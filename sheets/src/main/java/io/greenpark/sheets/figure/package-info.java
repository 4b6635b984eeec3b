/** What figures people's own sheets hold, in which units, and how a cell says a number: comes from cells, goes on to {@code sheets.layout} and {@code sheets.monthly}. */
@NullMarked
package io.greenpark.sheets.figure;

import org.jspecify.annotations.NullMarked;
