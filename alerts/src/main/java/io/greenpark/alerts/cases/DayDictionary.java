package io.greenpark.alerts.cases;

import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What is mostly the same for a day's verdicts: how many different ones there are, each once, then a column of their places. */
final class DayDictionary {
    private static final int MOST = 1_000;

    private DayDictionary() {}

    /** Reads an entry. */
    interface Entry<E> {
        E get(ByteReader in) throws DamagedBytesException;
    }

    static <E> void put(ByteWriter out, List<E> entries, BiConsumer<E, ByteWriter> put) {
        Map<E, Integer> places = new LinkedHashMap<>();
        long[] column = new long[entries.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = places.computeIfAbsent(entries.get(i), e -> places.size());
        }
        out.putVarint(places.size());
        places.keySet().forEach(e -> put.accept(e, out));
        NumberColumn.put(out, column);
    }

    static <E> List<E> get(ByteReader in, int count, Entry<E> entry) throws DamagedBytesException {
        int different = in.getInt(MOST);
        List<E> found = new ArrayList<>();
        for (int i = 0; i < different; i++) {
            found.add(entry.get(in));
        }
        List<E> entries = new ArrayList<>(count);
        for (long place : NumberColumn.get(in, count)) {
            if (place < 0 || place >= different) {
                throw new DamagedBytesException("place " + place + " is not among the " + different + " there are");
            }
            entries.add(found.get((int) place));
        }
        return entries;
    }
}
