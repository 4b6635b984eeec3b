package io.greenpark.accounting.finding;

import io.greenpark.park.reason.Reason;
import io.greenpark.store.books.ReasonColumn;
import java.util.Objects;

/**
 * What was found of one kind in one hour.
 *
 * @param fromMs first data time
 * @param toMs last data time
 * @param reason that of the last one, as the books have it: who books does not read it
 */
record HourFindings(int count, long fromMs, long toMs, String reason) {
    static HourFindings of(Found f) {
        return of(f.fromMs(), f.toMs(), f.reason());
    }

    static HourFindings of(long fromMs, long toMs, Reason reason) {
        return new HourFindings(1, fromMs, toMs, Objects.requireNonNull(ReasonColumn.write(reason)));
    }

    /** This and what lies later in the hour. */
    HourFindings then(HourFindings later) {
        return new HourFindings(
                count + later.count, Math.min(fromMs, later.fromMs), Math.max(toMs, later.toMs), later.reason);
    }
}
