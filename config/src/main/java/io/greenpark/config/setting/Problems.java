package io.greenpark.config.setting;

import io.greenpark.park.text.Bilingual;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every fault found while reading configuration, in the order found, so that all are reported at once. */
public final class Problems {
    private final Set<Problem> list = new LinkedHashSet<>();

    /**
     * One fault.
     *
     * @param place {@code file:line}, {@code --set} or the empty string
     * @param key the full key
     * @param words received value in quotes, what is allowed, what to do; alike in both languages where it is about the
     *     configuration, whose reader is the operator at a command line
     */
    public record Problem(String place, String key, Bilingual words) {
        /** The words in English. */
        public String message() {
            return words.en();
        }

        /** A line for a reader of {@code language}. */
        public String in(Locale language) {
            return (place.isEmpty() ? "" : place + ": ") + key + ": " + words.in(language);
        }

        @Override
        public String toString() {
            return in(Locale.ENGLISH);
        }
    }

    /** Adds a fault of the configuration, unless it was added before. */
    public void add(String place, String key, String message) {
        add(place, key, Bilingual.same(message));
    }

    /** Adds a fault, unless it was added before. */
    public void add(String place, String key, Bilingual words) {
        list.add(new Problem(place, key, words));
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<Problem> list() {
        return List.copyOf(list);
    }
}
