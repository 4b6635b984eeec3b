package io.greenpark.accounting.discharge;

import io.greenpark.park.time.Step;
import java.time.Instant;
import java.util.List;

/** Reads the discharge accounts. Any thread may call. */
public interface DischargeAccounts {
    /** Rows of HOUR or DAY periods starting in {@code [from, to)} for which there is a mean. */
    List<DischargeRow> rows(String pointId, Instant from, Instant to, Step step);

    /** Starts of the point's booked HOUR or DAY periods that begin after a time, oldest first, at most {@code max}. */
    List<Long> starts(String pointId, Step step, long afterMs, int max);
}
