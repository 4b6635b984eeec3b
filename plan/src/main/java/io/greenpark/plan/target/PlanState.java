package io.greenpark.plan.target;

/** What a plan is. */
public enum PlanState {
    /** Put out for comments (征求意见稿). */
    DRAFT,
    ISSUED
}
