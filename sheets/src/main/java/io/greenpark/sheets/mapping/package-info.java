/** What the columns of somebody's own sheet mean, as a person confirmed it: kept by name, known again by the header. Comes from {@code sheets.layout}, goes on to {@code sheets.monthly}. */
@NullMarked
package io.greenpark.sheets.mapping;

import org.jspecify.annotations.NullMarked;
