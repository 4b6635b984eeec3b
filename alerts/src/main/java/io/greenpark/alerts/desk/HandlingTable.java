package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.desk.HandlingRow.CaseNumber;
import io.greenpark.alerts.handling.LevelScale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The tables {@code case_handling} and {@code case_number}. */
final class HandlingTable {
    private HandlingTable() {}

    /** The row to be changed: whoever else wants to change it waits, and sees what this transaction made of it. */
    static Optional<HandlingRow> take(Handle handle, String caseId) {
        handle.execute("UPDATE case_handling SET changed_ms = changed_ms WHERE case_id = ?", caseId);
        return find(handle, caseId);
    }

    static Optional<HandlingRow> find(Handle handle, String caseId) {
        return handle.createQuery("SELECT * FROM case_handling WHERE case_id = :id")
                .bind("id", caseId)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** The next number of a year; given for good by the commit of the transaction, and to nobody without it. */
    static CaseNumber nextNumber(Handle handle, String prefix, int year) {
        int place = handle.createQuery("INSERT INTO case_number (number_year, last_place) VALUES (:year, 1)"
                        + " ON CONFLICT (number_year) DO UPDATE SET last_place = case_number.last_place + 1"
                        + " RETURNING last_place")
                .bind("year", year)
                .mapTo(Integer.class)
                .one();
        return CaseNumber.of(prefix, year, place);
    }

    static void insert(Handle handle, HandlingRow row, Instant at) {
        bind(
                        handle.createUpdate(
                                "INSERT INTO case_handling (case_id, number, number_year, number_place, stage,"
                                        + " level, level_by, procedure, demanded, pushed_ms, stage_ms, due_ms, overdue_ms,"
                                        + " checked_by, measured_over, changed_ms) VALUES (:id, :number, :year, :place, :stage,"
                                        + " :level, :levelBy, :procedure, :demanded, :pushed, :stageAt, :due, :overdue,"
                                        + " :checkedBy, :measuredOver, :changed)"),
                        row,
                        at)
                .bind("number", row.number().text())
                .bind("year", row.number().year())
                .bind("place", row.number().place())
                .execute();
    }

    static void update(Handle handle, HandlingRow row, Instant at) {
        bind(
                        handle.createUpdate(
                                "UPDATE case_handling SET stage = :stage, level = :level, level_by = :levelBy,"
                                        + " procedure = :procedure, demanded = :demanded, pushed_ms = :pushed,"
                                        + " stage_ms = :stageAt, due_ms = :due, overdue_ms = :overdue, checked_by = :checkedBy,"
                                        + " measured_over = :measuredOver, changed_ms = :changed WHERE case_id = :id"),
                        row,
                        at)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, HandlingRow row, Instant at) {
        LevelScale.By by = row.level().by();
        return statement
                .bind("id", row.caseId())
                .bind("stage", row.stage().name())
                .bind("level", row.caseLevel().name())
                .bind("levelBy", by == null ? null : by.name())
                .bind("procedure", row.procedure())
                .bind("demanded", row.demanded() ? 1L : 0L)
                .bind("pushed", millis(row.pushedAt()))
                .bind("stageAt", row.stageAt().toEpochMilli())
                .bind("due", millis(row.due()))
                .bind("overdue", millis(row.overdueAt()))
                .bind("checkedBy", row.checkedBy())
                .bind("measuredOver", row.measuredOver() ? 1L : 0L)
                .bind("changed", at.toEpochMilli());
    }

    /** Whose term has passed and is not noted to have, the longest ago first. */
    static List<String> overdue(Handle handle, Instant now, int max) {
        return handle.createQuery("SELECT case_id FROM case_handling WHERE due_ms IS NOT NULL AND due_ms <= :now"
                        + " AND overdue_ms IS NULL ORDER BY due_ms, case_id LIMIT :max")
                .bind("now", now.toEpochMilli())
                .bind("max", max)
                .mapTo(String.class)
                .list();
    }

    /** Cases that were raised and are not on trial, and have no row: the first raised ones first. */
    static List<String> without(Handle handle, int max) {
        return handle.createQuery("SELECT c.id FROM alert_case c LEFT JOIN case_handling h ON h.case_id = c.id"
                        + " WHERE h.case_id IS NULL AND c.raised AND NOT c.trial ORDER BY c.raised_ms, c.id LIMIT :max")
                .bind("max", max)
                .mapTo(String.class)
                .list();
    }

    private static HandlingRow row(ResultSet row) throws SQLException {
        String by = row.getString("level_by");
        return new HandlingRow(
                row.getString("case_id"),
                new CaseNumber(row.getString("number"), row.getInt("number_year"), row.getInt("number_place")),
                HandlingStage.valueOf(row.getString("stage")),
                new LevelScale.Found(
                        CaseLevel.valueOf(row.getString("level")), by == null ? null : LevelScale.By.valueOf(by)),
                row.getLong("procedure"),
                row.getLong("demanded") == 1,
                instant(row, "pushed_ms"),
                Instant.ofEpochMilli(row.getLong("stage_ms")),
                instant(row, "due_ms"),
                instant(row, "overdue_ms"),
                row.getString("checked_by"),
                row.getLong("measured_over") == 1);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long ms = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(ms);
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
