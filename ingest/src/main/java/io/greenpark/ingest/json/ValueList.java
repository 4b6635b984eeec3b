package io.greenpark.ingest.json;

import io.greenpark.ingest.payload.SentValue;
import io.greenpark.park.deadletter.RejectReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one object. A key that is repeated becomes unreadable. */
final class ValueList {
    /** Up to this size comparing one by one is cheaper than an index. */
    private static final int UNINDEXED_SIZE = 16;

    private final ArrayList<SentValue> values = new ArrayList<>(4);
    private @Nullable Map<String, Integer> indexByKey;

    List<SentValue> values() {
        return values;
    }

    void add(SentValue value) {
        int index = indexOf(value.key());
        if (index < 0) {
            if (indexByKey != null) {
                indexByKey.put(value.key(), values.size());
            }
            values.add(value);
            return;
        }
        values.set(
                index,
                new SentValue.Unreadable(value.key(), RejectReason.MALFORMED, JsonMessages.repeatedKey(value.key())));
    }

    /** Takes keys out that have turned out to be no values. */
    void remove(Set<String> keys) {
        values.removeIf(v -> keys.contains(v.key()));
        indexByKey = null;
    }

    private int indexOf(String key) {
        if (values.size() >= UNINDEXED_SIZE) {
            return indexByKey().getOrDefault(key, -1);
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private Map<String, Integer> indexByKey() {
        Map<String, Integer> known = indexByKey;
        if (known == null) {
            known = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                known.put(values.get(i).key(), i);
            }
            indexByKey = known;
        }
        return known;
    }
}
