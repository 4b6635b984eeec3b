package io.greenpark.plan.target;

/** What a value of a period of a cumulative target counts. */
public enum Counting {
    /** What came about in that period alone; periods add up. */
    PER_PERIOD,
    /** All there is at the end of it; the newest counts. */
    TO_DATE
}
