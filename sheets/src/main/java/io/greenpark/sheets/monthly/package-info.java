/**
 * Somebody's own sheet by its mapping: what every cell says, whether its totals are what they sum up, what is to be asked about, and the edits of the
 * registry that it comes to. Comes from {@code sheets.layout} and {@code sheets.mapping}; nothing is changed here.
 */
@NullMarked
package io.greenpark.sheets.monthly;

import org.jspecify.annotations.NullMarked;
