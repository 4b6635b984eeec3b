package io.greenpark.accounting.finding;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.finding.FindingKind;
import java.util.TreeMap;

/**
 * What was found of one kind about a point in a month of its park, or one thing that asks for a decision of its own.
 *
 * @param key where the row begins: the month, or the data time from which the thing holds
 * @param hours by the hour in which it was found; never empty where it is kept
 */
record FindingRow(Key key, TreeMap<Long, HourFindings> hours) {
    record Key(String pointId, FindingKind kind, long beginMs) {}

    FindingRow(Key key) {
        this(key, new TreeMap<>());
    }

    FindingRow copy() {
        return new FindingRow(key, new TreeMap<>(hours));
    }

    void forget(TimeRange computed) {
        hours.subMap(computed.fromMs(), computed.toMs()).clear();
    }

    void add(long hourMs, HourFindings found) {
        hours.merge(hourMs, found, HourFindings::then);
    }

    long fromMs() {
        return hours.values().stream().mapToLong(HourFindings::fromMs).min().orElseThrow();
    }

    long toMs() {
        return hours.values().stream().mapToLong(HourFindings::toMs).max().orElseThrow();
    }

    int count() {
        return hours.values().stream().mapToInt(HourFindings::count).sum();
    }

    /** That of the last one. */
    String reason() {
        return hours.lastEntry().getValue().reason();
    }
}
