package io.greenpark.plan.value;

import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.Measure;
import io.greenpark.plan.target.PlanPeriod;

/** Where figures of the platform come from. */
@FunctionalInterface
public interface MeasuredFigures {
    /** The figure of an area and a period as its end is known now; of a quarter the year up to its end. */
    Measured of(Measure measure, Area area, PlanPeriod period);
}
