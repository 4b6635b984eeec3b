package io.greenpark.alerts.cases;

import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.hour.UnreadableHoursException;
import io.greenpark.alerts.rule.Confidence;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.energy.Coverage;
import io.greenpark.store.books.ReasonColumn;
import io.greenpark.store.books.RowBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The verdicts in the books: one per period and phase of a key; evaluating again replaces it. They are written as rows of
 * {@code alert_verdict}; those of the limits in closed days are read through {@link VerdictHours}, which may have folded them.
 */
public final class VerdictTable {
    private static final String COLUMNS = "start_ms, phase, end_ms, outcome, figure, bound, unit, severity,"
            + " completeness, measured, evidence, confirmed, source, reason";
    private static final String FROM = " FROM alert_verdict WHERE rule = :rule AND subject = :subject";
    private static final String IN_ORDER = " ORDER BY start_ms, CASE phase WHEN 'RUNNING' THEN 0 ELSE 1 END";

    private static final String PUT = "INSERT INTO alert_verdict (rule, subject, " + COLUMNS + ", judged_ms)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (rule, subject, start_ms, phase) DO UPDATE SET end_ms = excluded.end_ms,"
            + " outcome = excluded.outcome, figure = excluded.figure, bound = excluded.bound, unit = excluded.unit,"
            + " severity = excluded.severity, completeness = excluded.completeness, measured = excluded.measured, evidence = excluded.evidence,"
            + " confirmed = excluded.confirmed, source = excluded.source, reason = excluded.reason,"
            + " judged_ms = excluded.judged_ms";

    private static final Logger LOG = LoggerFactory.getLogger(VerdictTable.class);

    private VerdictTable() {}

    /** Writes verdicts of one key, in one batch. */
    public static void put(Handle handle, CaseKey key, List<Verdict> verdicts, Instant evaluatedAt) {
        put(handle, Map.of(key, verdicts), evaluatedAt);
    }

    /** Writes verdicts of some keys, in one batch. */
    public static void put(Handle handle, Map<CaseKey, List<Verdict>> verdicts, Instant evaluatedAt) {
        if (verdicts.values().stream().allMatch(List::isEmpty)) {
            return;
        }
        try (RowBatch batch = RowBatch.of(handle, PUT)) {
            verdicts.forEach((key, own) -> own.forEach(v -> add(batch, key, v, evaluatedAt)));
            batch.execute();
        }
    }

    private static void add(RowBatch batch, CaseKey key, Verdict v, Instant evaluatedAt) {
        batch.add(
                key.rule().name(),
                key.subject(),
                v.from().toEpochMilli(),
                v.phase().name(),
                v.to().toEpochMilli(),
                v.outcome().name(),
                Columns.plain(v.figure()),
                Columns.plain(v.limit()),
                v.unit(),
                Columns.plain(v.severity()),
                v.coverage().completeness(),
                v.coverage().measured(),
                v.evidence(),
                v.confirmed(),
                v.source(),
                ReasonColumn.write(v.reason()),
                evaluatedAt.toEpochMilli());
    }

    /** Removes a verdict: there is nothing to evaluate any more. */
    public static void remove(Handle handle, CaseKey key, Instant from, Phase phase) {
        handle.createUpdate("DELETE FROM alert_verdict WHERE rule = :rule AND subject = :subject"
                        + " AND start_ms = :start AND phase = :phase")
                .bind("rule", key.rule().name())
                .bind("subject", key.subject())
                .bind("start", from.toEpochMilli())
                .bind("phase", phase.name())
                .execute();
        if (VerdictHours.has(key.rule())) {
            removeFolded(handle, key, from, phase);
        }
    }

    private static void removeFolded(Handle handle, CaseKey key, Instant from, Phase phase) {
        try {
            VerdictHours.TABLE.removeFolded(
                    handle,
                    key.subject(),
                    from.toEpochMilli(),
                    v -> v.rule() == key.rule() && v.verdict().phase() == phase);
        } catch (UnreadableHoursException e) {
            LOG.error("a verdict on \"{}\" of {} was not taken out: {}", key.subject(), from, e.getMessage());
        }
    }

    /** Whether the verdicts of a rule are among {@link #hours}. */
    public static boolean isFolded(Case.Rule rule) {
        return VerdictHours.has(rule);
    }

    /** The verdicts of the limits, wherever they lie. */
    public static HourTable<StoredVerdict> hours() {
        return VerdictHours.TABLE;
    }

    /** Verdicts of periods that start in {@code [fromMs, toMs)}, in order. */
    public static List<Verdict> between(Handle handle, Case.Rule rule, String subject, long fromMs, long toMs) {
        if (VerdictHours.has(rule)) {
            return VerdictHours.of(rule).hours(handle, subject, fromMs, toMs).stream()
                    .map(StoredVerdict::verdict)
                    .toList();
        }
        return handle.createQuery("SELECT " + COLUMNS + FROM + " AND start_ms >= :from AND start_ms < :to" + IN_ORDER)
                .bind("rule", rule.name())
                .bind("subject", subject)
                .bind("from", fromMs)
                .bind("to", toMs)
                .map((row, context) -> verdict(row))
                .list();
    }

    /** The verdict of the newest period. */
    public static Optional<Verdict> latest(Handle handle, Case.Rule rule, String subject) {
        if (VerdictHours.has(rule)) {
            return VerdictHours.of(rule)
                    .newestBefore(handle, subject, Long.MAX_VALUE, v -> true)
                    .map(StoredVerdict::verdict);
        }
        return handle.createQuery("SELECT " + COLUMNS + FROM + " ORDER BY start_ms DESC, phase LIMIT 1")
                .bind("rule", rule.name())
                .bind("subject", subject)
                .map((row, context) -> verdict(row))
                .findFirst();
    }

    /** The verdicts that an open case rests on, oldest first: those from its first period on. */
    public static List<Verdict> of(Handle handle, OpenCase open) {
        CaseKey key = open.key();
        return between(handle, key.rule(), key.subject(), open.since().toEpochMilli(), Long.MAX_VALUE);
    }

    /** A verdict on a subject. */
    public record Decided(String subject, Verdict verdict) {}

    /** All that raises or clears by a rule, one whose verdicts are never folded, in the order of each subject's periods. */
    public static List<Decided> decided(Handle handle, Case.Rule rule) {
        return handle.createQuery("SELECT subject, " + COLUMNS + " FROM alert_verdict WHERE rule = :rule"
                        + " AND outcome IN ('RAISES', 'CLEARS')" + " ORDER BY subject, start_ms")
                .bind("rule", rule.name())
                .map((row, context) -> new Decided(row.getString("subject"), verdict(row)))
                .list();
    }

    /** The verdicts of the periods that start at {@code starts}, of both phases. */
    public static List<Verdict> at(Handle handle, CaseKey key, Set<Long> starts) {
        if (starts.isEmpty()) {
            return List.of();
        }
        // Mostly consecutive periods: one range is one statement, whatever their number.
        return between(handle, key.rule(), key.subject(), Collections.min(starts), Collections.max(starts) + 1).stream()
                .filter(v -> starts.contains(v.from().toEpochMilli()))
                .toList();
    }

    /** Start of the {@code periods}-th period with a verdict before {@code beforeMs}, or of the first there is. */
    static long periodsBack(Handle handle, CaseKey key, long beforeMs, int periods) {
        List<Long> starts = VerdictHours.has(key.rule())
                ? VerdictHours.of(key.rule())
                        .newestStarts(
                                handle,
                                key.subject(),
                                beforeMs,
                                periods,
                                v -> v.verdict().outcome() != Outcome.UNJUDGED)
                : newestStarts(handle, key, beforeMs, periods);
        return starts.isEmpty() ? beforeMs : starts.get(starts.size() - 1);
    }

    private static List<Long> newestStarts(Handle handle, CaseKey key, long beforeMs, int max) {
        return handle.createQuery("SELECT DISTINCT start_ms" + FROM
                        + " AND start_ms < :before AND outcome <> 'UNJUDGED' ORDER BY start_ms DESC LIMIT :max")
                .bind("rule", key.rule().name())
                .bind("subject", key.subject())
                .bind("before", beforeMs)
                .bind("max", max)
                .mapTo(Long.class)
                .list();
    }

    /** Verdicts of before schema 13 tell nothing of estimates, and were given as if all was measured. */
    private static Coverage coverage(ResultSet row) throws SQLException {
        double completeness = row.getDouble("completeness");
        double measured = row.getDouble("measured");
        return row.wasNull() ? Coverage.measured(completeness) : new Coverage(completeness, measured);
    }

    /** The verdict in a row that has its columns by their names. */
    static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                Columns.instant(row, "start_ms"),
                Columns.instant(row, "end_ms"),
                Phase.valueOf(row.getString("phase")),
                Outcome.valueOf(row.getString("outcome")),
                Columns.comparison(row),
                new Confidence(
                        coverage(row),
                        row.getBoolean("evidence"),
                        row.getBoolean("confirmed"),
                        row.getString("source")),
                ReasonColumn.read(row.getString("reason")));
    }
}
