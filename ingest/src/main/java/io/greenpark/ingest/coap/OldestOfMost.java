package io.greenpark.ingest.coap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * So many at most of what strangers begin. Beyond that, of those that have been here for longest the oldest of the network
 * with most goes: whoever begins thousands pushes out its own, not the few of a slow device. Not safe for threads.
 */
final class OldestOfMost<T> {
    private static final int CHOSEN_FROM = 32;

    private final int most;
    /** Each with its network, the oldest first. */
    private final Map<T, String> entries = new LinkedHashMap<>();

    private final Map<String, Integer> counts = new HashMap<>();

    OldestOfMost(int most) {
        this.most = most;
    }

    /** Returns which one has to go for it; null for none. */
    @Nullable
    T add(T entry, String network) {
        if (entries.putIfAbsent(entry, network) == null) {
            counts.merge(network, 1, Integer::sum);
        }
        if (entries.size() <= most) {
            return null;
        }
        T leaves = entries.entrySet().stream()
                .limit(CHOSEN_FROM)
                // Of equals the first, which is the oldest.
                .max(Comparator.comparingInt(e -> counts.getOrDefault(e.getValue(), 0)))
                .orElseThrow()
                .getKey();
        remove(leaves);
        return leaves;
    }

    void remove(T entry) {
        String network = entries.remove(entry);
        if (network != null) {
            counts.computeIfPresent(network, (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    int networks() {
        return counts.size();
    }
}
