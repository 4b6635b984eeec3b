package io.greenpark.store.log;

import io.greenpark.park.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows in memory, so that a reader that is up to date never touches the disk. New rows push out the oldest. Any
 * thread.
 */
final class RecentRows {
    private final int maxReadings;
    private final TreeMap<Long, List<Reading>> rows = new TreeMap<>();
    private int readings;

    RecentRows(int maxReadings) {
        this.maxReadings = maxReadings;
    }

    synchronized void add(long firstOffset, List<Reading> row) {
        if (row.size() > maxReadings) {
            return;
        }
        List<Reading> former = rows.put(firstOffset, row);
        readings += row.size() - (former == null ? 0 : former.size());
        while (readings > maxReadings) {
            readings -= rows.pollFirstEntry().getValue().size();
        }
    }

    /** At most {@code max} readings that follow each other from {@code offset} on; empty if that one is not here. */
    synchronized List<Reading> from(long offset, int max) {
        List<Reading> found = new ArrayList<>();
        long at = offset;
        Map.Entry<Long, List<Reading>> row = rows.floorEntry(offset);
        while (row != null && found.size() < max) {
            int skip = (int) Math.min(at - row.getKey(), row.getValue().size());
            if (skip == row.getValue().size()) {
                break;
            }
            int take = Math.min(row.getValue().size() - skip, max - found.size());
            found.addAll(row.getValue().subList(skip, skip + take));
            at += take;
            row = rows.floorEntry(at);
        }
        return found;
    }
}
