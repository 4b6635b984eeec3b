package io.greenpark.accounting.intensity;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the intensity accounts. Any thread may call. */
public interface IntensityAccounts {
    /** One row per month in {@code [from, to)}, also where nothing is known. */
    List<IntensityRow> rows(Subject subject, YearMonth from, YearMonth to, ElectricityBasis basis);

    /** The same of each of these subjects, in their order; what many have in common is read once. */
    default Map<Subject, List<IntensityRow>> rows(
            Collection<Subject> subjects, YearMonth from, YearMonth to, ElectricityBasis basis) {
        Map<Subject, List<IntensityRow>> rows = new LinkedHashMap<>();
        subjects.forEach(subject -> rows.put(subject, rows(subject, from, to, basis)));
        return rows;
    }

    /** The row of one month of each of these subjects, in their order. */
    default Map<Subject, IntensityRow> month(Collection<Subject> subjects, YearMonth month, ElectricityBasis basis) {
        Map<Subject, IntensityRow> rows = new LinkedHashMap<>();
        rows(subjects, month, month.plusMonths(1), basis).forEach((subject, own) -> rows.put(subject, own.get(0)));
        return rows;
    }

    /** Reads much at one moment: what is booked meanwhile is in none of it. */
    default <T> T atOneMoment(Function<IntensityAccounts, T> reading) {
        return reading.apply(this);
    }
}
