package io.greenpark.sheets.monthly;

import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.monthly.Asked.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is to be asked, so that what is wrong with a whole column is asked once. */
final class Asking {
    private static final int MOST_PLACES = 100;

    private final Map<String, Open> open = new LinkedHashMap<>();

    private static final class Open {
        private final Code code;
        private final Bilingual text;
        private final List<String> places = new ArrayList<>();
        private int count;

        Open(Code code, Bilingual text) {
            this.code = code;
            this.text = text;
        }
    }

    /**
     * Asks about a cell.
     *
     * @param alike questions with the same code and the same of this are one
     */
    void ask(Code code, String alike, String place, String zh, String en) {
        Open one = open.computeIfAbsent(code + " " + alike, k -> new Open(code, new Bilingual(zh, en)));
        one.count++;
        if (one.places.size() < MOST_PLACES) {
            one.places.add(place);
        }
    }

    List<Asked> all() {
        return open.values().stream()
                .map(o -> new Asked(o.code, o.places, o.count, o.text))
                .toList();
    }
}
