package io.greenpark.plan.value;

/** How far something is that is no number. */
public enum Progress {
    NOT_BEGUN,
    UNDER_WAY,
    DONE
}
