package io.greenpark.accounting.intensity;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/** Reads the intensity accounts. Any thread may call. */
public interface IntensityAccounts {
    /** One row per month in {@code [from, to)}, also where nothing is known. */
    List<IntensityRow> rows(Subject subject, YearMonth from, YearMonth to, ElectricityBasis basis);

    /** Reads much at one moment: what is booked meanwhile is in none of it. */
    default <T> T atOneMoment(Function<IntensityAccounts, T> reading) {
        return reading.apply(this);
    }
}
