package io.greenpark.accounting.finding;

import io.greenpark.accounting.finding.FindingRow.Key;
import io.greenpark.accounting.work.TimeRange;

/**
 * A row as it lies in the books; most that are looked at stay as they are and are not unpacked.
 *
 * @param firstHourMs first hour in which something of it was found
 * @param lastHourMs the last one
 */
record PackedRow(Key key, long firstHourMs, long lastHourMs, byte[] hours) {
    /** Whether something of it may have been found in hours that were computed. */
    boolean reaches(TimeRange computed) {
        return firstHourMs < computed.toMs() && lastHourMs >= computed.fromMs();
    }

    FindingRow unpacked() {
        return new FindingRow(key, FindingHoursCodec.read(hours, key.toString()));
    }
}
