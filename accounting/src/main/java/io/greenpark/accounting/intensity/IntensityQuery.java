package io.greenpark.accounting.intensity;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import java.time.YearMonth;

/**
 * Which rows of the intensity accounts.
 *
 * @param to the month after the last one
 */
public record IntensityQuery(Subject subject, ElectricityBasis basis, YearMonth from, YearMonth to) {
    /** One month. */
    public static IntensityQuery of(Subject subject, ElectricityBasis basis, YearMonth month) {
        return new IntensityQuery(subject, basis, month, month.plusMonths(1));
    }
}
