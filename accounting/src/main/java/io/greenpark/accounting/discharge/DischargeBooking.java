package io.greenpark.accounting.discharge;

import io.greenpark.accounting.finding.PointFindings;
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
    private final List<PointFindings> findings;

    DischargeBooking(
            List<ChangedMeans> changed,
            List<HeldValue> held,
            List<PointFailure> failures,
            List<PointFindings> findings) {
        this.changed = changed;
        this.held = held;
        this.failures = failures;
        this.findings = findings;
    }

    /** Points whose newest value stands for now. */
    public List<HeldValue> held() {
        return held;
    }

    /** Points whose arithmetic failed. */
    public List<PointFailure> failures() {
        return failures;
    }

    /** What was noticed about the points. */
    public List<PointFindings> findings() {
        return findings;
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
