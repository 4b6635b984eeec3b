package io.greenpark.dashboards.api;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.time.YearMonth;

/** Targets that are assigned by another way of counting electricity than the one that is asked for. */
final class OtherBasis {
    private OtherBasis() {}

    /** Whether a subject has a target of a month's year, but of another basis only. */
    static boolean hasTarget(Registry registry, Subject subject, YearMonth month, ElectricityBasis basis) {
        int year = month.getYear();
        boolean another = false;
        for (var target : registry.targetsOf(subject)) {
            if (target.fromYear() <= year && year <= target.toYear()) {
                if (target.basis() == basis) {
                    return false;
                }
                another = true;
            }
        }
        return another;
    }
}
