package io.greenpark.sheets.monthly;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a file that it does not say itself.
 *
 * @param month of figures whose sheet names none
 * @param year of months whose sheet names none
 */
public record Given(@Nullable YearMonth month, @Nullable Integer year) {}
