/** Which enterprise a row of somebody's own sheet is about: by what is certain, else by what a person decided, else proposals. Used by {@code sheets.monthly}. */
@NullMarked
package io.greenpark.sheets.match;

import org.jspecify.annotations.NullMarked;
