package io.greenpark.alerts.cases;

import static io.greenpark.alerts.cases.Columns.comparison;
import static io.greenpark.alerts.cases.Columns.decimal;
import static io.greenpark.alerts.cases.Columns.instant;
import static io.greenpark.alerts.cases.Columns.instantOrNull;
import static io.greenpark.alerts.cases.Columns.millis;
import static io.greenpark.alerts.cases.Columns.plain;

import io.greenpark.alerts.rule.Comparison;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rows of {@code alert_case} and {@code alert_step}. */
final class CaseTable {
    /** Cases with who sees to them and what people do about them, to which conditions may be added. */
    static final String COLUMNS = "SELECT alert_case.*, case_owner.account AS owner_account,"
            + " case_owner.office AS owner_office, case_owner.since_ms AS owner_ms,"
            + " h.number AS handling_number, h.stage AS handling_stage, h.level AS handling_level,"
            + " h.level_by AS handling_level_by, h.demanded AS handling_demanded, h.due_ms AS handling_due,"
            + " h.overdue_ms AS handling_overdue,"
            + " f.again AS flap_again, f.before_ms AS flap_before, f.spell_ms AS flap_spell, f.spell_end_ms AS flap_end";

    /** Cases with what is beside them. */
    static final String FROM = " FROM alert_case LEFT JOIN case_owner ON case_owner.case_id = alert_case.id"
            + " LEFT JOIN case_handling h ON h.case_id = alert_case.id"
            + " LEFT JOIN alert_flap f ON f.case_id = alert_case.id";

    static final String SELECT = COLUMNS + FROM;

    /** Steps of cases, to which conditions may be added; of those that carry nothing more none is internal. */
    static final String EVENTS =
            "SELECT alert_step.*, COALESCE(d.internal, 0) AS step_internal, d.account AS step_account FROM alert_step"
                    + " LEFT JOIN case_step_detail d ON d.case_id = alert_step.case_id AND d.number = alert_step.number";

    private CaseTable() {}

    /** Cases of a key that are not withdrawn and reach beyond {@code afterMs}, oldest first. */
    static List<CaseRow> reaching(Handle handle, CaseKey key, long afterMs) {
        return handle.createQuery(
                        SELECT + " WHERE rule = :rule AND subject = :subject"
                                + " AND state <> 'WITHDRAWN' AND (state = 'OPEN' OR covered_ms > :after) ORDER BY alert_case.since_ms")
                .bind("rule", key.rule().name())
                .bind("subject", key.subject())
                .bind("after", afterMs)
                .map((row, context) -> row(row))
                .list();
    }

    /** Those of a rule that are open, were raised and are not on trial, oldest first. */
    static List<CaseRow> raised(Handle handle, Case.Rule rule) {
        return handle.createQuery(
                        SELECT + " WHERE rule = :rule AND state = 'OPEN' ORDER BY alert_case.since_ms, alert_case.id")
                .bind("rule", rule.name())
                .map((row, context) -> row(row))
                .filter(row -> row.raised() && !row.trial())
                .list();
    }

    static List<OpenCase> open(Handle handle, Case.Rule rule) {
        return handle.createQuery("SELECT * FROM alert_case WHERE rule = :rule AND state = 'OPEN' ORDER BY subject")
                .bind("rule", rule.name())
                .map((row, context) -> new OpenCase(key(row), instant(row, "since_ms"), instant(row, "worst_start_ms")))
                .list();
    }

    /** Those of some keys that have a case, of whatever state and time. */
    static Set<CaseKey> keysWithCases(Handle handle, Collection<CaseKey> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        Map<Case.Rule, Set<String>> found = new EnumMap<>(Case.Rule.class);
        handle.createQuery("SELECT DISTINCT rule, subject FROM alert_case WHERE rule IN (<rules>)"
                        + " AND subject IN (<subjects>)")
                .bindList(
                        "rules",
                        keys.stream().map(k -> k.rule().name()).distinct().toList())
                .bindList(
                        "subjects",
                        keys.stream().map(CaseKey::subject).distinct().toList())
                .map((row, context) -> found.computeIfAbsent(
                                Case.Rule.valueOf(row.getString("rule")), r -> new HashSet<>())
                        .add(row.getString("subject")))
                .forEach(added -> {});
        return keys.stream()
                .filter(k -> found.getOrDefault(k.rule(), Set.of()).contains(k.subject()))
                .collect(Collectors.toSet());
    }

    static Optional<CaseRow> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Cases of a rule that are not withdrawn and whose verdicts reach into a time range, oldest first. */
    static List<CaseRow> reachingInto(Handle handle, Case.Rule rule, long fromMs, long toMs) {
        return handle.createQuery(SELECT + " WHERE rule = :rule AND state <> 'WITHDRAWN'"
                        + " AND alert_case.since_ms < :to AND covered_ms > :from ORDER BY alert_case.since_ms")
                .bind("rule", rule.name())
                .bind("from", fromMs)
                .bind("to", toMs)
                .map((row, context) -> row(row))
                .list();
    }

    /** How many of a key that were raised and not withdrawn began in a span, its end included. */
    static int raisedWithin(Handle handle, CaseKey key, Instant after, Instant to) {
        return handle.createQuery("SELECT count(*) AS n FROM alert_case WHERE rule = :rule AND subject = :subject"
                        + " AND raised AND state <> 'WITHDRAWN' AND since_ms > :after AND since_ms <= :to")
                .bind("rule", key.rule().name())
                .bind("subject", key.subject())
                .bind("after", after.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /** The newest ones about the same point, or of the same rule about the same enterprise or area, that were raised, but for one. */
    static List<CaseRow> similar(Handle handle, CaseKey key, String but, int max) {
        boolean ofEnterprise = key.about().scope() == Subject.Scope.ENTERPRISE;
        return handle.createQuery(SELECT + " WHERE raised AND NOT trial AND id <> :but AND scope = :scope"
                        + " AND (point = :point OR rule = :rule AND " + (ofEnterprise ? "enterprise" : "area")
                        + " = :about)"
                        + " ORDER BY raised_ms DESC, id LIMIT :max")
                .bind("but", but)
                .bind("scope", key.about().scope().name())
                .bind("point", key.pointId() == null ? "" : key.pointId())
                .bind("rule", key.rule().name())
                .bind("about", key.about().id())
                .bind("max", max)
                .map((row, context) -> row(row))
                .list();
    }

    /** What people do about a case; empty for nothing. */
    static Optional<CaseHandling> handling(Handle handle, String id) {
        return find(handle, id).map(CaseRow::handling);
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
        CaseStatus status = c.status();
        CaseMessage message = c.content().message();
        Comparison comparison = c.content().comparison();
        return update.bind("id", c.id())
                .bind("trial", status.trial())
                .bind("raised", status.raised())
                .bind("state", status.state().name())
                .bind("clearedAt", millis(status.clearedAt()))
                .bind("titleZh", message.title().zh())
                .bind("titleEn", message.title().en())
                .bind("textZh", message.text().zh())
                .bind("textEn", message.text().en())
                .bind("figure", plain(comparison.figure()))
                .bind("bound", plain(comparison.limit()))
                .bind("unit", comparison.unit())
                .bind("severity", plain(comparison.severity()))
                .bind("worst", c.content().figureFrom().toEpochMilli())
                .bind("told", plain(c.notifiedSeverity()))
                .bind("since", c.since().toEpochMilli())
                .bind("covered", c.coveredTo().toEpochMilli())
                .bind("raisedAt", c.raisedAt().toEpochMilli());
    }

    static void acknowledge(Handle handle, String id, String by) {
        handle.execute("UPDATE alert_case SET acknowledged_by = ? WHERE id = ?", by, id);
    }

    /** The number of the next event of a case. */
    static int nextEventNumber(Handle handle, String caseId) {
        return handle.createQuery("SELECT count(*) + 1 AS n FROM alert_step WHERE case_id = :id")
                .bind("id", caseId)
                .mapTo(Integer.class)
                .one();
    }

    static void addEvent(Handle handle, String caseId, CaseEvent event) {
        Bilingual text = event.text();
        handle.createUpdate("INSERT INTO alert_step (case_id, number, kind, at_ms, by_whom, comment, text_zh, text_en,"
                        + " owner, owner_office)"
                        + " VALUES (:id, :number, :kind, :at, :by, :comment, :zh, :en, :owner, :office)")
                .bind("id", caseId)
                .bind("number", event.number())
                .bind("kind", event.kind().name())
                .bind("at", event.at().toEpochMilli())
                .bind("by", event.by())
                .bind("comment", event.comment())
                .bind("owner", event.owner())
                .bind("office", event.office())
                .bind("zh", text == null ? null : text.zh())
                .bind("en", text == null ? null : text.en())
                .execute();
    }

    static List<CaseEvent> events(Handle handle, String caseId) {
        return handle.createQuery(EVENTS + " WHERE alert_step.case_id = :id ORDER BY alert_step.number")
                .bind("id", caseId)
                .map((row, context) -> event(row))
                .list();
    }

    static CaseEvent event(ResultSet row) throws SQLException {
        String zh = row.getString("text_zh");
        String en = row.getString("text_en");
        return new CaseEvent(
                row.getInt("number"),
                CaseEvent.Kind.valueOf(row.getString("kind")),
                instant(row, "at_ms"),
                row.getString("by_whom"),
                row.getString("comment"),
                zh == null || en == null ? null : new Bilingual(zh, en),
                row.getString("owner"),
                row.getString("owner_office"),
                row.getInt("step_internal") == 1,
                row.getString("step_account"));
    }

    static CaseRow row(ResultSet row) throws SQLException {
        return new CaseRow(
                row.getString("id"),
                key(row),
                status(row),
                content(row),
                decimal(row, "told_severity"),
                instant(row, "raised_ms"),
                row.getString("acknowledged_by"),
                CaseOwners.owner(row),
                CaseHandling.of(row));
    }

    private static CaseKey key(ResultSet row) throws SQLException {
        Subject.Scope scope = Subject.Scope.valueOf(row.getString("scope"));
        String about = row.getString(scope == Subject.Scope.ENTERPRISE ? "enterprise" : "area");
        return new CaseKey(
                Case.Rule.valueOf(row.getString("rule")),
                row.getString("subject"),
                new Subject(scope, about),
                row.getString("point"),
                row.getString("device"));
    }

    private static CaseStatus status(ResultSet row) throws SQLException {
        return new CaseStatus(
                Case.State.valueOf(row.getString("state")),
                row.getBoolean("raised"),
                row.getBoolean("trial"),
                instantOrNull(row, "cleared_ms"));
    }

    private static CaseContent content(ResultSet row) throws SQLException {
        CaseMessage message = new CaseMessage(
                new Bilingual(row.getString("title_zh"), row.getString("title_en")),
                new Bilingual(row.getString("text_zh"), row.getString("text_en")));
        Instant since = instant(row, "since_ms");
        return new CaseContent(
                message,
                comparison(row),
                instant(row, "worst_start_ms"),
                since,
                instant(row, "covered_ms"),
                CaseFlaps.spells(row, since));
    }
}
