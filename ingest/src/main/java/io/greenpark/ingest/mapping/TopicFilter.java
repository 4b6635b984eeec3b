package io.greenpark.ingest.mapping;

import java.util.List;

/**
 * A topic filter of MQTT (MQTT 5.0, 4.7): levels between slashes, {@code +} for any one, {@code #} at the end for any more.
 *
 * @param levels at least one
 */
record TopicFilter(List<String> levels) {
    private static final String ONE = "+";
    private static final String ANY = "#";

    TopicFilter {
        levels = List.copyOf(levels);
    }

    static TopicFilter of(String text) {
        return new TopicFilter(List.of(text.split("/", -1)));
    }

    /** Whether a text is one: not empty, and wildcards stand alone in their levels, the one for any more at the end. */
    static boolean isFilter(String text) {
        List<String> levels = of(text).levels;
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            boolean wild = level.contains(ONE) || level.contains(ANY);
            boolean last = i == levels.size() - 1;
            if (wild && !level.equals(ONE) && !(last && level.equals(ANY))) {
                return false;
            }
        }
        return !text.isEmpty() && text.indexOf('\0') < 0;
    }

    boolean matches(String topic) {
        String[] names = topic.split("/", -1);
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            if (level.equals(ANY)) {
                return true;
            }
            if (i >= names.length || !level.equals(ONE) && !level.equals(names[i])) {
                return false;
            }
        }
        return names.length == levels.size();
    }
}
