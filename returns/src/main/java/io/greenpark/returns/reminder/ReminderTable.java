package io.greenpark.returns.reminder;

import io.greenpark.returns.figure.ReturnPeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The tables {@code return_reminder} and {@code return_start}. */
public final class ReminderTable {
    private ReminderTable() {}

    /** When enterprises were last reminded of a period, by their ids; who was not, or had nobody to write to, is absent. */
    public static Map<String, Instant> last(Handle handle, ReturnPeriod period) {
        Map<String, Instant> last = new HashMap<>();
        handle.createQuery("SELECT enterprise, max(at_ms) AS at_ms FROM return_reminder WHERE period = :period"
                        + " AND letters > 0 GROUP BY enterprise")
                .bind("period", period.code())
                .map((row, context) ->
                        Map.entry(row.getString("enterprise"), Instant.ofEpochMilli(row.getLong("at_ms"))))
                .forEach(e -> last.put(e.getKey(), e.getValue()));
        return last;
    }

    /** Who was reminded on a day. */
    static Set<String> reminded(Handle handle, ReturnPeriod period, int day) {
        return new HashSet<>(handle.createQuery(
                        "SELECT enterprise FROM return_reminder WHERE period = :period AND day_of_month = :day")
                .bind("period", period.code())
                .bind("day", day)
                .mapTo(String.class)
                .list());
    }

    /** Notes that an enterprise is reminded. */
    static void note(Handle handle, String enterprise, ReturnPeriod period, int day, Instant at, int letters) {
        handle.execute(
                "INSERT INTO return_reminder (enterprise, period, day_of_month, at_ms, letters)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                enterprise,
                period.code(),
                day,
                at.toEpochMilli(),
                letters);
    }

    /** The first period that anybody is reminded of; empty before reminders began. */
    static Optional<ReturnPeriod> start(Handle handle) {
        return handle.createQuery("SELECT period FROM return_start")
                .mapTo(String.class)
                .findOne()
                .map(text -> new ReturnPeriod(YearMonth.parse(text)));
    }

    static void begin(Handle handle, ReturnPeriod first) {
        handle.execute("INSERT INTO return_start (one, period) VALUES (1, ?) ON CONFLICT DO NOTHING", first.code());
    }
}
