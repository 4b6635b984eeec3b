package io.greenpark.park.registry;

import java.math.BigDecimal;

/**
 * An assigned energy-decline target: intensity is to change by {@code yearlyChangePercent} per year, on average over the
 * years from {@code fromYear} to {@code toYear}. An enterprise is judged only against a target assigned to it.
 *
 * @param subject whom it is assigned to
 * @param yearlyChangePercent e.g. -5
 * @param baseYear year the index starts from
 */
public record Target(
        String id,
        Subject subject,
        BigDecimal yearlyChangePercent,
        int baseYear,
        int fromYear,
        int toYear,
        CoefficientSet.ElectricityBasis basis,
        String source) {}
