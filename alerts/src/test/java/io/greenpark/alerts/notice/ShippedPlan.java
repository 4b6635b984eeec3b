package io.greenpark.alerts.notice;

import io.greenpark.alerts.policy.Policies;

/** The plan that the platform ships. */
final class ShippedPlan {
    private ShippedPlan() {}

    static NoticePlan plan() {
        return new Policies<>(new NoticePlanKind()).shipped().says();
    }
}
