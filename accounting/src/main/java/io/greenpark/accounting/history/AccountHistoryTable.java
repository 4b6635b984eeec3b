package io.greenpark.accounting.history;

import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Portions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code account_history}. Rows are only ever added. */
public final class AccountHistoryTable {
    private static final String ENERGY = "ENERGY_";
    private static final String DISCHARGE = "DISCHARGE_";
    /** How a figure is written that there was none of. */
    private static final String NONE = "null";

    private AccountHistoryTable() {}

    /**
     * A figure that is about to be replaced.
     *
     * @param kind which figure: ENERGY_HOUR, DISCHARGE_HOUR or DISCHARGE_DAY
     * @param subject the point
     * @param startMs start of the period, epoch milliseconds
     * @param bookedMs since when the books have shown it
     */
    public record FormerFigure(
            String kind,
            String subject,
            long startMs,
            @Nullable String figure,
            String quality,
            long bookedMs) {
        /** The amount of an hour, in whole base units of its carrier. */
        public static FormerFigure ofEnergy(
                String point, long hourMs, @Nullable Long amount, Quality quality, long bookedMs) {
            return new FormerFigure(
                    ENERGY + Step.HOUR, point, hourMs, String.valueOf(amount), quality.name(), bookedMs);
        }

        /** The mean of an hour or a day, in the unit of the point. */
        public static FormerFigure ofDischarge(
                String point, Step step, long startMs, @Nullable String mean, Quality quality, long bookedMs) {
            return new FormerFigure(DISCHARGE + step, point, startMs, mean, quality.name(), bookedMs);
        }
    }

    /**
     * A figure that was replaced.
     *
     * @param amount whether it is an amount in whole base units; else it is a mean in the unit of the point
     */
    public record Replaced(
            String pointId,
            boolean amount,
            Step step,
            long startMs,
            @Nullable String figure,
            Quality quality,
            long bookedMs,
            long replacedMs) {}

    public static void add(Handle handle, FormerFigure former, long replacedMs) {
        handle.createUpdate("INSERT INTO account_history"
                        + " (kind, subject, start_ms, replaced_ms, figure, quality, booked_ms)"
                        + " VALUES (:kind, :subject, :startMs, :replacedMs, :figure, :quality, :bookedMs)"
                        + " ON CONFLICT (kind, subject, start_ms, replaced_ms) DO NOTHING")
                .bindMethods(former)
                .bind("replacedMs", replacedMs)
                .execute();
    }

    /** What was replaced last of some points, of periods that start in a time range; the last one first. */
    public static List<Replaced> newest(Handle handle, Collection<String> points, long fromMs, long toMs, int most) {
        List<Replaced> found = new ArrayList<>();
        for (List<String> some : Portions.of(points)) {
            handle.createQuery("SELECT kind, subject, start_ms, figure, quality, booked_ms, replaced_ms"
                            + " FROM account_history WHERE kind IN (<kinds>) AND subject IN (<points>)"
                            + " AND start_ms >= :from AND start_ms < :to"
                            + " ORDER BY replaced_ms DESC, start_ms DESC, subject LIMIT :most")
                    .bindList("kinds", ENERGY + Step.HOUR, DISCHARGE + Step.HOUR, DISCHARGE + Step.DAY)
                    .bindList("points", some)
                    .bind("from", fromMs)
                    .bind("to", toMs)
                    .bind("most", most)
                    .map((row, context) -> replaced(row))
                    .forEach(found::add);
        }
        // Each portion is in order; together they are not.
        found.sort(Comparator.comparingLong(Replaced::replacedMs)
                .thenComparingLong(Replaced::startMs)
                .reversed());
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    private static Replaced replaced(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String figure = row.getString("figure");
        boolean amount = kind.startsWith(ENERGY);
        return new Replaced(
                row.getString("subject"),
                amount,
                Step.valueOf(kind.substring((amount ? ENERGY : DISCHARGE).length())),
                row.getLong("start_ms"),
                NONE.equals(figure) ? null : figure,
                Quality.valueOf(row.getString("quality")),
                row.getLong("booked_ms"),
                row.getLong("replaced_ms"));
    }
}
