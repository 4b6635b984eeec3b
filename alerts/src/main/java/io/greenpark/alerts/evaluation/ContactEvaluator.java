package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.OpenCase;
import io.greenpark.alerts.cases.OpenCases;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.contact.Absences;
import io.greenpark.alerts.contact.Absences.Absence;
import io.greenpark.alerts.rule.Comparison;
import io.greenpark.alerts.rule.Confidence;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Evaluates of whom nobody can be told: a case once that is so for a while, closed as soon as somebody can be told again. What was so when contacts
 * were first looked at is no case. Used by one thread.
 */
public final class ContactEvaluator {
    private static final Case.Rule RULE = Case.Rule.NO_WORKING_CONTACT;

    private final Books books;
    private final RegistrySource registry;
    private final JudgingRules rules;
    private final CaseReconciler reconciler;
    private final Clock clock;

    public ContactEvaluator(
            Books books, RegistrySource registry, JudgingRules rules, CaseReconciler reconciler, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.rules = rules;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /** Evaluates once. */
    public void step() {
        rules.refresh(books);
        Instant now = clock.instant();
        Map<CaseKey, Verdict> changed = books.read(handle -> evaluate(handle, now));
        changed.forEach((key, verdict) -> books.write(tx -> {
            CasePolicy policy = rules.policy(registry.current(), key, now);
            Evaluation evaluation = Evaluation.of(key, policy, verdict);
            if (EvaluationWriter.write(tx.handle(), key, List.of(evaluation), now) != null) {
                reconciler.reconcile(tx, key, policy, verdict.from(), now, Verdict::to);
            }
            return true;
        }));
    }

    private Map<CaseKey, Verdict> evaluate(Handle handle, Instant now) {
        Map<CaseKey, Verdict> verdicts = new LinkedHashMap<>();
        Map<String, OpenCase> open = OpenCases.of(handle, RULE);
        Map<Subject, Absence> absences = Absences.all(handle);
        absences.forEach((owner, absence) -> {
            CaseKey key = CaseKey.contacts(owner);
            Instant due = absence.since().plus(after(owner, now));
            boolean known = VerdictTable.latest(handle, RULE, key.subject())
                    .filter(v -> v.outcome() == Outcome.RAISES && v.from().equals(absence.since()))
                    .isPresent();
            if (!absence.quiet() && !known && !now.isBefore(due)) {
                verdicts.put(key, verdict(absence.since(), due, Phase.CLOSED, Outcome.RAISES));
            }
        });
        open.values().stream()
                .filter(c -> !absences.containsKey(c.key().about()))
                .forEach(c -> verdicts.put(c.key(), verdict(now, now, Phase.RUNNING, Outcome.CLEARS)));
        return verdicts;
    }

    private Duration after(Subject owner, Instant now) {
        return rules.noContact(RulePlace.of(registry.current(), owner), now).after();
    }

    private static Verdict verdict(Instant from, Instant to, Phase phase, Outcome outcome) {
        return new Verdict(from, to, phase, outcome, Comparison.NONE, Confidence.FULL, null);
    }
}
