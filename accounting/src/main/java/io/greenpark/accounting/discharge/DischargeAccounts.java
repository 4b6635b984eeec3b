package io.greenpark.accounting.discharge;

import io.greenpark.park.time.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the discharge accounts. Any thread may call. */
public interface DischargeAccounts {
    /** Rows of HOUR or DAY periods starting in {@code [from, to)} for which there is a mean. */
    List<DischargeRow> rows(String pointId, Instant from, Instant to, Step step);

    /** The same of several points, by their ids; a point without a mean may be absent. */
    default Map<String, List<DischargeRow>> rows(Collection<String> pointIds, Instant from, Instant to, Step step) {
        Map<String, List<DischargeRow>> rows = new HashMap<>();
        pointIds.forEach(id -> rows.put(id, rows(id, from, to, step)));
        return rows;
    }

    /** Starts of the point's booked HOUR or DAY periods that begin after a time, oldest first, at most {@code max}. */
    List<Long> starts(String pointId, Step step, long afterMs, int max);
}
