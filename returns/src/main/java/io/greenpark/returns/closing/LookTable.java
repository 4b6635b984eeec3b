package io.greenpark.returns.closing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The tables {@code closing_look} and {@code closing_start}: what the platform has looked at to close it, each once. */
final class LookTable {
    /** What came of a look. */
    enum Outcome {
        CLOSED,
        /** Something was open: it is for people now. */
        DUE
    }

    private LookTable() {}

    static Optional<YearMonth> start(Handle handle) {
        return handle.createQuery("SELECT month FROM closing_start")
                .mapTo(String.class)
                .findOne()
                .map(YearMonth::parse);
    }

    static void begin(Handle handle, YearMonth first) {
        handle.execute("INSERT INTO closing_start (one, month) VALUES (1, ?) ON CONFLICT DO NOTHING", first.toString());
    }

    static boolean isLookedAt(Handle handle, String park, YearMonth month) {
        return handle.createQuery("SELECT count(*) FROM closing_look WHERE park = :park AND month = :month")
                        .bind("park", park)
                        .bind("month", month.toString())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    static void note(Handle handle, String park, YearMonth month, Instant at, Outcome outcome) {
        handle.execute(
                "INSERT INTO closing_look (park, month, at_ms, outcome) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                park,
                month.toString(),
                at.toEpochMilli(),
                outcome.name());
    }

    /** A month of a park. */
    record ParkMonth(String park, YearMonth month) {}

    /** Months of all parks that the platform found something open in, oldest first; those that people have closed since are among them. */
    static List<ParkMonth> due(Handle handle) {
        return handle.createQuery("SELECT park, month FROM closing_look WHERE outcome = 'DUE' ORDER BY month, park")
                .map((row, context) -> new ParkMonth(row.getString("park"), YearMonth.parse(row.getString("month"))))
                .list();
    }

    /** Months of a park that the platform found something open in. */
    static Set<YearMonth> due(Handle handle, String park) {
        return new TreeSet<>(handle.createQuery("SELECT month FROM closing_look WHERE park = :park AND outcome = 'DUE'")
                .bind("park", park)
                .mapTo(String.class)
                .map(YearMonth::parse)
                .list());
    }
}
