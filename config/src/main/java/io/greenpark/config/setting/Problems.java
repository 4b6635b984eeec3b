package io.greenpark.config.setting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every fault found while reading configuration, in the order found, so that all are reported at once. */
public final class Problems {
    private final Set<Problem> list = new LinkedHashSet<>();

    /**
     * One fault.
     *
     * @param place {@code file:line}, {@code --set} or the empty string
     * @param key the full key
     * @param message received value in quotes, what is allowed, what to do
     */
    public record Problem(String place, String key, String message) {
        @Override
        public String toString() {
            return (place.isEmpty() ? "" : place + ": ") + key + ": " + message;
        }
    }

    /** Adds a fault, unless it was added before. */
    public void add(String place, String key, String message) {
        list.add(new Problem(place, key, message));
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<Problem> list() {
        return List.copyOf(list);
    }
}
