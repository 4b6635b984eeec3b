package io.greenpark.alerts.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of what people do about a case.
 *
 * @param number readable, given once: {@code YJ-2026-0012}
 * @param levelBy code of the threshold that gives the level; null for the lowest
 * @param demanded whether the enterprise has to answer
 * @param due by when whoever is to act next has to; null where nobody has to
 * @param overdueNoted when it was noted that this has passed; null while it was not
 */
public record CaseHandling(
        String number,
        HandlingStage stage,
        CaseLevel level,
        @Nullable String levelBy,
        boolean demanded,
        @Nullable Instant due,
        @Nullable Instant overdueNoted) {
    /** Whether the term has passed. */
    public boolean overdue(Instant now) {
        return due != null && !due.isAfter(now);
    }

    /** Of the columns of {@code case_handling}, named as in {@link CaseTable#COLUMNS}; null where there is no row. */
    static @Nullable CaseHandling of(ResultSet row) throws SQLException {
        String number = row.getString("handling_number");
        return number == null
                ? null
                : new CaseHandling(
                        number,
                        HandlingStage.valueOf(row.getString("handling_stage")),
                        CaseLevel.valueOf(row.getString("handling_level")),
                        row.getString("handling_level_by"),
                        row.getInt("handling_demanded") == 1,
                        Columns.instantOrNull(row, "handling_due"),
                        Columns.instantOrNull(row, "handling_overdue"));
    }
}
