package io.greenpark.accounting.discharge;

import io.greenpark.accounting.work.HeldValue;
import io.greenpark.accounting.work.PointFailure;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.time.Duration;
import java.util.List;

/** Changed means of discharge points, computed on a reading connection and to be written shortly after. */
public final class DischargeBooking {
    private final List<ChangedMeans> changed;
    private final List<HeldValue> held;
    private final List<PointFailure> failures;

    DischargeBooking(List<ChangedMeans> changed, List<HeldValue> held, List<PointFailure> failures) {
        this.changed = changed;
        this.held = held;
        this.failures = failures;
    }

    /** Points whose newest value stands for now. */
    public List<HeldValue> held() {
        return held;
    }

    /** Points whose arithmetic failed. */
    public List<PointFailure> failures() {
        return failures;
    }

    /** Writes what changed and marks it. */
    public void write(BooksTx tx, long nowMs, Duration historyAfter) {
        for (ChangedMeans means : changed) {
            DischargeTable.write(tx.handle(), means, nowMs, historyAfter);
            Mark.Kind kind = means.step() == Step.HOUR ? Mark.Kind.DISCHARGE_HOUR : Mark.Kind.DISCHARGE_DAY;
            tx.marks().mark(kind, means.pointId(), means.changed().keySet());
        }
    }
}
