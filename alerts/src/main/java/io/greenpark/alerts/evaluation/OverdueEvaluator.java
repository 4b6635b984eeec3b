package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseOwners;
import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.OpenCase;
import io.greenpark.alerts.cases.OpenCases;
import io.greenpark.alerts.cases.OwnerChange;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Comparison;
import io.greenpark.alerts.rule.Confidence;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes cases of steps of clean-production audits that were not taken by their day, closed as soon as they are. What was overdue before the
 * platform could know of it is a case that nobody is told of. Used by one thread.
 */
public final class OverdueEvaluator {
    private static final Case.Rule RULE = Case.Rule.CLEAN_PRODUCTION_OVERDUE;

    private final Books books;
    private final RegistrySource registry;
    private final JudgingRules rules;
    private final CaseReconciler reconciler;
    private final Clock clock;

    public OverdueEvaluator(
            Books books, RegistrySource registry, JudgingRules rules, CaseReconciler reconciler, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.rules = rules;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /**
     * A step that is overdue.
     *
     * @param since the first moment at which it was
     * @param quiet whether that was before the platform could know of it
     * @param owner whom its case is given to; null where nobody was named
     */
    public record Overdue(
            Instant since, boolean quiet, @Nullable OwnerChange owner) {}

    /** Evaluates once, by what is overdue now. */
    public void step(Function<Handle, Map<CaseKey, Overdue>> overdue) {
        rules.refresh(books);
        Instant now = clock.instant();
        Map<CaseKey, Evaluated> changed = books.read(handle -> evaluate(handle, overdue.apply(handle), now));
        changed.forEach((key, evaluated) -> books.write(tx -> {
            write(tx, key, evaluated, now);
            return true;
        }));
    }

    /** @param overdue null where it is no longer */
    private record Evaluated(Verdict verdict, @Nullable Overdue overdue) {}

    private static Map<CaseKey, Evaluated> evaluate(Handle handle, Map<CaseKey, Overdue> all, Instant now) {
        Map<CaseKey, Evaluated> changed = new LinkedHashMap<>();
        Map<String, OpenCase> open = OpenCases.of(handle, RULE);
        all.forEach((key, overdue) -> {
            if (!open.containsKey(key.subject()) && !wasObjectedTo(handle, key, overdue)) {
                changed.put(key, new Evaluated(raises(begin(handle, key, overdue, now)), overdue));
            }
        });
        open.values().stream()
                .filter(c -> !all.containsKey(c.key()))
                .forEach(c -> changed.put(c.key(), new Evaluated(clears(now), null)));
        return changed;
    }

    /** Whether an objection to this very term was right: then it stays withdrawn. */
    private static boolean wasObjectedTo(Handle handle, CaseKey key, Overdue overdue) {
        return VerdictTable.latest(handle, RULE, key.subject())
                .filter(v -> v.reason() != null
                        && v.reason().cause() == Cause.OBJECTION_UPHELD
                        && !v.from().isBefore(overdue.since()))
                .isPresent();
    }

    /** What was entered and then taken back is overdue anew from now on; the former case stays as it was. */
    private static Instant begin(Handle handle, CaseKey key, Overdue overdue, Instant now) {
        boolean anew = VerdictTable.latest(handle, RULE, key.subject())
                .filter(v -> !v.from().isBefore(overdue.since()))
                .isPresent();
        return anew ? now : overdue.since();
    }

    private static Verdict raises(Instant from) {
        return verdict(from, Phase.CLOSED, Outcome.RAISES);
    }

    private static Verdict clears(Instant at) {
        return verdict(at, Phase.RUNNING, Outcome.CLEARS);
    }

    private static Verdict verdict(Instant at, Phase phase, Outcome outcome) {
        return new Verdict(at, at, phase, outcome, Comparison.NONE, Confidence.FULL, null);
    }

    private void write(BooksTx tx, CaseKey key, Evaluated evaluated, Instant now) {
        CasePolicy policy = rules.policy(registry.current(), key, now);
        Verdict verdict = evaluated.verdict();
        Overdue overdue = evaluated.overdue();
        boolean quiet = overdue == null ? wasToldNobody(tx.handle(), key) : overdue.quiet();
        Evaluation evaluation = Evaluation.of(key, policy, verdict);
        if (EvaluationWriter.write(tx.handle(), key, List.of(evaluation), now) == null) {
            return;
        }
        CaseReconciler telling = quiet ? reconciler.quiet() : reconciler;
        telling.reconcile(tx, key, policy, verdict.from(), now, Verdict::to);
        if (overdue != null && overdue.owner() != null) {
            OwnerChange owner = overdue.owner();
            openId(tx.handle(), key).ifPresent(id -> CaseOwners.change(tx, List.of(id), owner, now));
        }
    }

    private static Optional<String> openId(Handle handle, CaseKey key) {
        return handle.createQuery(
                        "SELECT id FROM alert_case WHERE rule = :rule AND subject = :subject AND state = 'OPEN'")
                .bind("rule", key.rule().name())
                .bind("subject", key.subject())
                .mapTo(String.class)
                .findOne();
    }

    /** Who was not told that it began is not told that it ended. */
    private static boolean wasToldNobody(Handle handle, CaseKey key) {
        return openId(handle, key)
                .filter(id -> handle.createQuery("SELECT count(*) AS n FROM alert_outbox WHERE case_id = :id")
                                .bind("id", id)
                                .mapTo(Long.class)
                                .one()
                        == 0)
                .isPresent();
    }
}
