package io.greenpark.plan.target;

/** How a target is to be read. */
public enum TargetType {
    /** An amount in all, by its due date. */
    CUMULATIVE,
    /** A change a year on average over the years of the plan, so that a weak year can be made up. */
    YEARLY_AVERAGE,
    /** A share or a level, by its due date. */
    SHARE,
    /** A change that every single year is to have. */
    GROWTH,
    /** Enterprises that a rule names, each of which somebody has to see to. */
    LIST,
    /** Something to be done that is no number. */
    QUALITATIVE
}
