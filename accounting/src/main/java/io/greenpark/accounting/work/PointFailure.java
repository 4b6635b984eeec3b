package io.greenpark.accounting.work;

import io.greenpark.park.reason.Reason;
import io.greenpark.park.sample.PointArithmeticException;

/** Hours of a point that are missing since its arithmetic failed. */
public record PointFailure(String pointId, TimeRange hours, Reason reason, PointArithmeticException failure) {
    public static PointFailure of(PointArithmeticException failure, TimeRange hours) {
        return new PointFailure(failure.pointId(), hours, failure.reason(hours.fromMs()), failure);
    }
}
