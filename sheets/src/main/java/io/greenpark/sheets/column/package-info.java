/** Kinds of columns: how a value of a document is written into a cell, and what a cell says is read as one. A cell that says something else is told with what is allowed and what to do. */
@NullMarked
package io.greenpark.sheets.column;

import org.jspecify.annotations.NullMarked;
