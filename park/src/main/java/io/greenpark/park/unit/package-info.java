/**
 * Units of measure and the exact scaled integers (Wh, litres, kJ, grams) that the books count in.
 *
 * <p>Values come in as sent ({@link io.greenpark.park.unit.Unit}); they leave as base amounts of a dimension.
 */
@NullMarked
package io.greenpark.park.unit;

import org.jspecify.annotations.NullMarked;
