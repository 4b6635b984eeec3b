package io.greenpark.store.influx;

import org.jdbi.v3.core.Handle;

/**
 * A line the server refused for what it is, not for the state the server is in: written again it would be refused again.
 *
 * @param reason kind of refusal
 * @param words what the server said
 */
record Refused(String line, String reason, String words) {
    private static final int LONGEST = 1_024;

    String measurement() {
        int end = 0;
        while (end < line.length() && line.charAt(end) != ',' && line.charAt(end) != ' ') {
            end++;
        }
        return line.substring(0, end);
    }

    /** Counts it, keeping the newest of its measurement and reason as an example. */
    void keep(Handle handle, long nowMs) {
        handle.createUpdate("INSERT INTO influx_refused (measurement, reason, refused, line, words, seen_ms)"
                        + " VALUES (:measurement, :reason, 1, :line, :words, :now)"
                        + " ON CONFLICT (measurement, reason) DO UPDATE SET refused = influx_refused.refused + 1,"
                        + " line = excluded.line, words = excluded.words, seen_ms = excluded.seen_ms")
                .bind("measurement", measurement())
                .bind("reason", reason)
                .bind("line", cut(line))
                .bind("words", cut(words))
                .bind("now", nowMs)
                .execute();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
