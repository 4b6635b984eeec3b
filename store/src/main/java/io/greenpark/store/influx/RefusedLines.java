package io.greenpark.store.influx;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What InfluxDB refused for good, by measurement and kind of refusal, for metrics and the console. */
public final class RefusedLines {
    private RefusedLines() {}

    /**
     * Lines of one measurement refused for one reason.
     *
     * @param refused how many
     * @param line the newest of them
     * @param words what the server said of it
     * @param seenMs when, epoch milliseconds
     */
    public record Kind(String measurement, String reason, long refused, String line, String words, long seenMs) {}

    /** All kinds, the newest first. */
    public static List<Kind> all(Handle handle) {
        return handle.createQuery("SELECT measurement, reason, refused, line, words, seen_ms FROM influx_refused"
                        + " ORDER BY seen_ms DESC, measurement, reason")
                .map((row, context) -> new Kind(
                        row.getString("measurement"),
                        row.getString("reason"),
                        row.getLong("refused"),
                        row.getString("line"),
                        row.getString("words"),
                        row.getLong("seen_ms")))
                .list();
    }
}
