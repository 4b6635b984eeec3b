package io.greenpark.accounting.discharge;

import io.greenpark.park.time.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads the discharge accounts. Any thread may call. */
public interface DischargeAccounts {
    /** Rows of HOUR or DAY periods starting in {@code [from, to)} for which there is a mean. */
    List<DischargeRow> rows(String pointId, Instant from, Instant to, Step step);

    /** Passes on the rows of several points by their ids, in no order. */
    default void each(
            Collection<String> pointIds, Instant from, Instant to, Step step, BiConsumer<String, DischargeRow> taker) {
        pointIds.forEach(id -> rows(id, from, to, step).forEach(row -> taker.accept(id, row)));
    }

    /** The rows of several points by their ids, each oldest first; a point without a mean is absent. */
    default Map<String, List<DischargeRow>> rows(Collection<String> pointIds, Instant from, Instant to, Step step) {
        Map<String, List<DischargeRow>> rows = new HashMap<>();
        each(pointIds, from, to, step, (id, row) -> rows.computeIfAbsent(id, i -> new ArrayList<>())
                .add(row));
        rows.values().forEach(own -> own.sort(Comparator.comparing(DischargeRow::from)));
        return rows;
    }

    /** Starts of the point's booked HOUR or DAY periods that begin after a time, oldest first, at most {@code max}. */
    List<Long> starts(String pointId, Step step, long afterMs, int max);
}
