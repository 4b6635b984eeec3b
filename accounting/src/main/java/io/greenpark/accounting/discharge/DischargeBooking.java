package io.greenpark.accounting.discharge;

import io.greenpark.park.time.Step;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.time.Duration;
import java.util.List;

/** Changed means of discharge points, computed on a reading connection and to be written shortly after. */
public final class DischargeBooking {
    private final List<ChangedMeans> changed;

    DischargeBooking(List<ChangedMeans> changed) {
        this.changed = changed;
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
