package io.greenpark.accounting.intensity;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import java.time.YearMonth;

/**
 * Which rows of the intensity accounts.
 *
 * @param to the month after the last one
 */
record IntensityQuery(Subject subject, ElectricityBasis basis, YearMonth from, YearMonth to) {}
