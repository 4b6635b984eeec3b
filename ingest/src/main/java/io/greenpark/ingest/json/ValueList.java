package io.greenpark.ingest.json;

import io.greenpark.ingest.payload.SentValue;
import io.greenpark.park.deadletter.RejectReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one object. A key that comes again turns its entry into a refusal. */
final class ValueList {
    /** Up to here comparing one by one is cheaper than an index. */
    private static final int SMALL = 16;

    private final ArrayList<SentValue> values = new ArrayList<>(4);
    private @Nullable Map<String, Integer> index;

    List<SentValue> values() {
        return values;
    }

    void add(SentValue value) {
        int place = placeOf(value.key());
        if (place < 0) {
            if (index != null) {
                index.put(value.key(), values.size());
            }
            values.add(value);
            return;
        }
        values.set(
                place,
                new SentValue.Unreadable(value.key(), RejectReason.MALFORMED, JsonMessages.keyTwice(value.key())));
    }

    private int placeOf(String key) {
        if (values.size() >= SMALL) {
            return indexed().getOrDefault(key, -1);
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private Map<String, Integer> indexed() {
        Map<String, Integer> known = index;
        if (known == null) {
            known = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                known.put(values.get(i).key(), i);
            }
            index = known;
        }
        return known;
    }
}
