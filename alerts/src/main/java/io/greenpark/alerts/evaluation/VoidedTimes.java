package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.park.reason.Reason;
import io.greenpark.store.books.Portions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code verdict_void} of some keys: times in which nothing is said of them, since an objection was upheld. */
final class VoidedTimes {
    private record Of(Case.Rule rule, String subject) {}

    private record Time(long fromMs, long toMs, String objection) {
        /** What is said of a moment, as that a term has passed, lasts no time. */
        boolean has(Verdict v) {
            long from = v.from().toEpochMilli();
            return from < toMs && (from >= fromMs || v.to().toEpochMilli() > fromMs);
        }
    }

    private final Map<Of, List<Time>> times = new HashMap<>();

    private VoidedTimes() {}

    static VoidedTimes of(Handle handle, Collection<CaseKey> keys) {
        VoidedTimes voided = new VoidedTimes();
        Set<String> subjects = new HashSet<>();
        keys.forEach(key -> subjects.add(key.subject()));
        for (List<String> some : Portions.of(subjects)) {
            handle.createQuery("SELECT rule, subject, from_ms, to_ms, objection FROM verdict_void"
                            + " WHERE rule IN (<rules>) AND subject IN (<subjects>) ORDER BY at_ms, objection")
                    .bindList(
                            "rules",
                            keys.stream().map(k -> k.rule().name()).distinct().toList())
                    .bindList("subjects", some)
                    .map((row, context) -> Map.entry(
                            new Of(Case.Rule.valueOf(row.getString("rule")), row.getString("subject")),
                            new Time(row.getLong("from_ms"), row.getLong("to_ms"), row.getString("objection"))))
                    .forEach(e -> voided.times
                            .computeIfAbsent(e.getKey(), k -> new ArrayList<>())
                            .add(e.getValue()));
        }
        return voided;
    }

    static void insert(Handle handle, CaseKey key, Instant from, Instant to, String objection, Instant at) {
        handle.execute(
                "INSERT INTO verdict_void (rule, subject, from_ms, to_ms, objection, at_ms) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                key.rule().name(),
                key.subject(),
                from.toEpochMilli(),
                to.toEpochMilli(),
                objection,
                at.toEpochMilli());
    }

    /** What an objection voided of a rule is to be judged again. */
    static void remove(Handle handle, Case.Rule rule, String objection) {
        handle.execute("DELETE FROM verdict_void WHERE rule = ? AND objection = ?", rule.name(), objection);
    }

    /**
     * The verdict as it may be said: of a figure in a voided time nothing is. What is no figure, as a silence, is not held against
     * anybody, and may end.
     */
    @Nullable
    Verdict apply(CaseKey key, @Nullable Verdict verdict) {
        if (verdict == null || !key.rule().ofFigures() && verdict.outcome() != Outcome.RAISES) {
            return verdict;
        }
        return times.getOrDefault(new Of(key.rule(), key.subject()), List.of()).stream()
                .filter(time -> time.has(verdict))
                .findFirst()
                .map(time -> verdict.notJudged(Reason.objectionUpheld(time.objection())))
                .orElse(verdict);
    }
}
