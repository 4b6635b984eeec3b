package io.greenpark.accounting.finding;

import io.greenpark.park.reason.Reason;

/**
 * What was found of one kind in one hour.
 *
 * @param fromMs first data time
 * @param toMs last data time
 * @param reason that of the last one
 */
record HourFindings(int count, long fromMs, long toMs, Reason reason) {
    static HourFindings of(Found f) {
        return new HourFindings(1, f.fromMs(), f.toMs(), f.reason());
    }

    /** This and what lies later in the hour. */
    HourFindings then(HourFindings later) {
        return new HourFindings(
                count + later.count, Math.min(fromMs, later.fromMs), Math.max(toMs, later.toMs), later.reason);
    }
}
