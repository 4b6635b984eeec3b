package io.greenpark.alerts.cases;

import static io.greenpark.alerts.cases.VerdictTable.decimal;
import static io.greenpark.alerts.cases.VerdictTable.plain;
import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The rows of {@code alert_case} and {@code alert_step}. */
final class CaseTable {
    private CaseTable() {}

    /** Cases of a matter that are not withdrawn and reach beyond {@code afterMs}, oldest first. */
    static List<CaseRow> reaching(Handle handle, CaseKey key, long afterMs) {
        return handle.createQuery("SELECT * FROM alert_case WHERE rule = :rule AND subject = :subject"
                        + " AND state <> 'WITHDRAWN' AND (state = 'OPEN' OR covered_ms > :after) ORDER BY since_ms")
                .bind("rule", key.rule().name())
                .bind("subject", key.subject())
                .bind("after", afterMs)
                .map((row, context) -> row(row))
                .list();
    }

    static Optional<CaseRow> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM alert_case WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    static List<CaseRow> list(Handle handle, CaseFilter filter, int max) {
        Query query = handle.createQuery("SELECT * FROM alert_case WHERE id IS NOT NULL"
                + (filter.about() == null
                        ? ""
                        : " AND (scope = 'ENTERPRISE' AND enterprise IN (<enterprises>)"
                                + " OR scope = 'PARK' AND area IN (<parks>)"
                                + " OR scope = 'DISTRICT' AND area IN (<districts>))")
                + (filter.scope() == null ? "" : " AND scope = :scope")
                + (filter.state() == null ? "" : " AND state = :state")
                + " ORDER BY raised_ms DESC, id LIMIT :max");
        if (filter.about() != null) {
            query.bindList(NULL_KEYWORD, "enterprises", ids(filter.about(), Subject.Scope.ENTERPRISE))
                    .bindList(NULL_KEYWORD, "parks", ids(filter.about(), Subject.Scope.PARK))
                    .bindList(NULL_KEYWORD, "districts", ids(filter.about(), Subject.Scope.DISTRICT));
        }
        if (filter.scope() != null) {
            query.bind("scope", filter.scope().name());
        }
        if (filter.state() != null) {
            query.bind("state", filter.state().name());
        }
        return query.bind("max", max).map((row, context) -> row(row)).list();
    }

    private static List<String> ids(Set<Subject> subjects, Subject.Scope scope) {
        return subjects.stream()
                .filter(s -> s.scope() == scope)
                .map(Subject::id)
                .toList();
    }

    static int casesSince(Handle handle, CaseKey key, Instant firstSince) {
        return handle.createQuery("SELECT count(*) AS n FROM alert_case"
                        + " WHERE rule = :rule AND subject = :subject AND first_since_ms = :since")
                .bind("rule", key.rule().name())
                .bind("subject", key.subject())
                .bind("since", firstSince.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Handle handle, CaseRow c, int generation) {
        Subject about = c.key().about();
        boolean ofEnterprise = about.scope() == Subject.Scope.ENTERPRISE;
        bind(
                        handle.createUpdate(
                                "INSERT INTO alert_case (id, rule, subject, first_since_ms, generation, scope,"
                                        + " enterprise, area, point, device, trial, raised, state, title_zh, title_en, text_zh, text_en,"
                                        + " figure, bound, unit, severity, told_severity, since_ms, covered_ms,"
                                        + " worst_start_ms, raised_ms, cleared_ms, acknowledged_by)"
                                        + " VALUES (:id, :rule, :subject, :since, :generation, :scope, :enterprise,"
                                        + " :area, :point, :device, :trial, :raised, :state, :titleZh, :titleEn, :textZh, :textEn,"
                                        + " :figure, :bound, :unit, :severity, :told, :since, :covered, :worst,"
                                        + " :raisedAt, :clearedAt, NULL)"),
                        c)
                .bind("rule", c.key().rule().name())
                .bind("subject", c.key().subject())
                .bind("generation", generation)
                .bind("scope", about.scope().name())
                .bind("enterprise", ofEnterprise ? about.id() : null)
                .bind("area", ofEnterprise ? null : about.id())
                .bind("point", c.key().pointId())
                .bind("device", c.key().deviceId())
                .execute();
    }

    static void update(Handle handle, CaseRow c) {
        bind(
                        handle.createUpdate("UPDATE alert_case SET trial = :trial, raised = :raised, state = :state,"
                                + " title_zh = :titleZh, title_en = :titleEn, text_zh = :textZh, text_en = :textEn,"
                                + " figure = :figure, bound = :bound, unit = :unit, severity = :severity,"
                                + " told_severity = :told, since_ms = :since, covered_ms = :covered,"
                                + " worst_start_ms = :worst, raised_ms = :raisedAt, cleared_ms = :clearedAt"
                                + " WHERE id = :id"),
                        c)
                .execute();
    }

    private static Update bind(Update update, CaseRow c) {
        return update.bind("id", c.id())
                .bind("trial", c.trial())
                .bind("raised", c.raised())
                .bind("state", c.state().name())
                .bind("titleZh", c.title().zh())
                .bind("titleEn", c.title().en())
                .bind("textZh", c.text().zh())
                .bind("textEn", c.text().en())
                .bind("figure", plain(c.figure()))
                .bind("bound", plain(c.limit()))
                .bind("unit", c.unit())
                .bind("severity", plain(c.severity()))
                .bind("told", plain(c.toldSeverity()))
                .bind("since", c.since().toEpochMilli())
                .bind("covered", c.coveredTo().toEpochMilli())
                .bind("worst", c.figureFrom().toEpochMilli())
                .bind("raisedAt", c.raisedAt().toEpochMilli())
                .bind("clearedAt", c.clearedAt() == null ? null : c.clearedAt().toEpochMilli());
    }

    static void acknowledged(Handle handle, String id, String by) {
        handle.execute("UPDATE alert_case SET acknowledged_by = ? WHERE id = ?", by, id);
    }

    /** Adds the next step of a case. */
    static Case.CaseEvent addStep(
            Handle handle,
            String caseId,
            Case.CaseEvent.Kind kind,
            Instant at,
            String by,
            @Nullable String comment,
            @Nullable Bilingual text) {
        int number = handle.createQuery("SELECT count(*) AS n FROM alert_step WHERE case_id = :id")
                        .bind("id", caseId)
                        .mapTo(Integer.class)
                        .one()
                + 1;
        handle.createUpdate("INSERT INTO alert_step (case_id, number, kind, at_ms, by_whom, comment, text_zh, text_en)"
                        + " VALUES (:id, :number, :kind, :at, :by, :comment, :zh, :en)")
                .bind("id", caseId)
                .bind("number", number)
                .bind("kind", kind.name())
                .bind("at", at.toEpochMilli())
                .bind("by", by)
                .bind("comment", comment)
                .bind("zh", text == null ? null : text.zh())
                .bind("en", text == null ? null : text.en())
                .execute();
        return new Case.CaseEvent(number, kind, at, by, comment, text);
    }

    static List<Case.CaseEvent> steps(Handle handle, String caseId) {
        return handle.createQuery("SELECT * FROM alert_step WHERE case_id = :id ORDER BY number")
                .bind("id", caseId)
                .map((row, context) -> step(row))
                .list();
    }

    private static Case.CaseEvent step(ResultSet row) throws SQLException {
        String zh = row.getString("text_zh");
        String en = row.getString("text_en");
        return new Case.CaseEvent(
                row.getInt("number"),
                Case.CaseEvent.Kind.valueOf(row.getString("kind")),
                Instant.ofEpochMilli(row.getLong("at_ms")),
                row.getString("by_whom"),
                row.getString("comment"),
                zh == null || en == null ? null : new Bilingual(zh, en));
    }

    private static Subject about(ResultSet row) throws SQLException {
        Subject.Scope scope = Subject.Scope.valueOf(row.getString("scope"));
        return new Subject(scope, row.getString(scope == Subject.Scope.ENTERPRISE ? "enterprise" : "area"));
    }

    private static CaseRow row(ResultSet row) throws SQLException {
        long clearedMs = row.getLong("cleared_ms");
        Instant clearedAt = row.wasNull() ? null : Instant.ofEpochMilli(clearedMs);
        return new CaseRow(
                row.getString("id"),
                new CaseKey(
                        Case.Rule.valueOf(row.getString("rule")),
                        row.getString("subject"),
                        about(row),
                        row.getString("point"),
                        row.getString("device")),
                row.getBoolean("trial"),
                row.getBoolean("raised"),
                Case.State.valueOf(row.getString("state")),
                new Bilingual(row.getString("title_zh"), row.getString("title_en")),
                new Bilingual(row.getString("text_zh"), row.getString("text_en")),
                decimal(row.getString("figure")),
                decimal(row.getString("bound")),
                row.getString("unit"),
                decimal(row.getString("severity")),
                decimal(row.getString("told_severity")),
                Instant.ofEpochMilli(row.getLong("since_ms")),
                Instant.ofEpochMilli(row.getLong("covered_ms")),
                Instant.ofEpochMilli(row.getLong("worst_start_ms")),
                Instant.ofEpochMilli(row.getLong("raised_ms")),
                clearedAt,
                row.getString("acknowledged_by"));
    }
}
