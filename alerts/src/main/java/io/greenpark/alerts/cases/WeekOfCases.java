package io.greenpark.alerts.cases;

import io.greenpark.park.registry.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * What people had to do with cases in a span of time, by what is known of it now: one of each case that was open in it.
 *
 * @param about the enterprise, park or district
 * @param opened whether it was raised in the span
 * @param closed whether it ended in it, by people or by the platform
 * @param overdue whether a term of it passed in the span
 */
public record WeekOfCases(Subject about, boolean opened, boolean closed, boolean overdue) {
    private static final String OVER = "('CLOSED', 'ENDED')";

    /** Those of the whole district; half-open. */
    public static List<WeekOfCases> between(Handle handle, Instant from, Instant to) {
        return handle.createQuery("SELECT c.scope, c.enterprise, c.area, c.raised_ms, h.stage, h.stage_ms,"
                        + " (SELECT count(*) FROM alert_step s WHERE s.case_id = c.id AND s.kind = 'OVERDUE'"
                        + " AND s.at_ms >= :from AND s.at_ms < :to) AS overdue"
                        + " FROM case_handling h JOIN alert_case c ON c.id = h.case_id"
                        + " WHERE c.raised_ms < :to AND (h.stage NOT IN " + OVER + " OR h.stage_ms >= :from)")
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) -> {
                    String enterprise = row.getString("enterprise");
                    HandlingStage stage = HandlingStage.valueOf(row.getString("stage"));
                    return new WeekOfCases(
                            new Subject(
                                    Subject.Scope.valueOf(row.getString("scope")),
                                    Objects.requireNonNull(enterprise == null ? row.getString("area") : enterprise)),
                            row.getLong("raised_ms") >= from.toEpochMilli(),
                            stage.over() && row.getLong("stage_ms") < to.toEpochMilli(),
                            row.getLong("overdue") > 0);
                })
                .list();
    }

    /** Whether it was open when the span ended. */
    public boolean open() {
        return !closed;
    }
}
