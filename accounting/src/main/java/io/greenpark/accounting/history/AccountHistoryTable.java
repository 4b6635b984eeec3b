package io.greenpark.accounting.history;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code account_history}. Rows are only ever added. */
public final class AccountHistoryTable {
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
            long bookedMs) {}

    public static void add(Handle handle, FormerFigure former, long replacedMs) {
        handle.createUpdate("INSERT INTO account_history"
                        + " (kind, subject, start_ms, replaced_ms, figure, quality, booked_ms)"
                        + " VALUES (:kind, :subject, :startMs, :replacedMs, :figure, :quality, :bookedMs)"
                        + " ON CONFLICT (kind, subject, start_ms, replaced_ms) DO NOTHING")
                .bindMethods(former)
                .bind("replacedMs", replacedMs)
                .execute();
    }
}
