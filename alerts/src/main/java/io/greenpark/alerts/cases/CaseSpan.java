package io.greenpark.alerts.cases;

import static io.greenpark.alerts.cases.Columns.instant;
import static io.greenpark.alerts.cases.Columns.instantOrNull;

import io.greenpark.park.registry.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a case that people were told of was open, by what is known now; those that were withdrawn never were.
 *
 * @param level null where people do nothing about it
 * @param ended null while it is open
 */
public record CaseSpan(
        Case.Rule rule,
        Subject about,
        @Nullable CaseLevel level,
        Instant raised,
        @Nullable Instant ended) {
    private static final String TOLD = " raised AND NOT trial AND state <> 'WITHDRAWN'";

    /** Those that were open, were raised or ended in a time, both ends included. */
    public static List<CaseSpan> within(Handle handle, Instant from, Instant to) {
        return handle.createQuery(CaseTable.SELECT + " WHERE" + TOLD
                        + " AND raised_ms <= :to AND (state = 'OPEN' OR cleared_ms >= :from)")
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) -> of(row))
                .list();
    }

    /** When the first was raised; empty if none was. */
    public static Optional<Instant> first(Handle handle) {
        return handle.createQuery("SELECT min(raised_ms) AS first FROM alert_case WHERE" + TOLD)
                .map((row, context) -> Optional.ofNullable(instantOrNull(row, "first")))
                .one();
    }

    private static CaseSpan of(ResultSet row) throws SQLException {
        CaseRow found = CaseTable.row(row);
        CaseHandling handling = found.handling();
        return new CaseSpan(
                found.key().rule(),
                found.key().about(),
                handling == null ? null : handling.level(),
                instant(row, "raised_ms"),
                found.open() ? null : instantOrNull(row, "cleared_ms"));
    }

    /** Whether it was open at a moment. */
    public boolean openAt(Instant at) {
        return !raised.isAfter(at) && (ended == null || ended.isAfter(at));
    }
}
