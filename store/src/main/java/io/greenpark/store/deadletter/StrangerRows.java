package io.greenpark.store.deadletter;

import io.greenpark.park.reading.Door;
import java.util.EnumMap;
import java.util.Map;

/** How many rows of strangers there are at each door: counted once, as strangers decide how often it is asked. */
final class StrangerRows {
    private final DeadLetterTable table;
    private final Map<Door, Long> byDoor = new EnumMap<>(Door.class);

    StrangerRows(DeadLetterTable table) {
        this.table = table;
    }

    long at(Door door) {
        return byDoor.computeIfAbsent(door, table::strangerRows);
    }

    /** Notes rows that come, or with a negative number go, after this was told of all before. */
    void add(Door door, long more) {
        byDoor.computeIfPresent(door, (d, rows) -> rows + more);
    }

    /** Rows came or went of which the doors are not known: they are counted anew when next asked for. */
    void forget() {
        byDoor.clear();
    }
}
