package io.greenpark.acceptance.comparison;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * By what display and platform are compared.
 *
 * @param apart how far the two readings lie apart at least
 * @param percent by how much the platform's amount between them may differ from the display's, in percent of that
 * @param leastSteps how many times what a display can tell apart the amount between is to be: with less, its digits alone differ by more
 *     than what is allowed
 */
public record Tolerances(Duration apart, BigDecimal percent, int leastSteps) {}
