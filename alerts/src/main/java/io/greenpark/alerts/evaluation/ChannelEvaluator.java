package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.OpenCases;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.outbox.Route;
import io.greenpark.alerts.outbox.RouteState;
import io.greenpark.alerts.outbox.RouteTable;
import io.greenpark.alerts.outbox.Routes;
import io.greenpark.alerts.rule.Comparison;
import io.greenpark.alerts.rule.Confidence;
import io.greenpark.alerts.rule.SilenceRule;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Evaluates on which of the ways of telling people nothing gets through: a case once all attempts have failed for a while, closed by the first that
 * does not. What failed before it was noted how they fare counts for nothing. Used by one thread.
 */
public final class ChannelEvaluator {
    private static final Case.Rule RULE = Case.Rule.CHANNEL_DEAD;

    private final Books books;
    private final RegistrySource registry;
    private final JudgingRules rules;
    private final CaseReconciler reconciler;
    private final Set<String> known;
    private final Clock clock;

    public ChannelEvaluator(
            Books books,
            RegistrySource registry,
            JudgingRules rules,
            CaseReconciler reconciler,
            Routes routes,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.rules = rules;
        this.reconciler = reconciler;
        this.known = routes.all().stream().map(Route::subject).collect(Collectors.toSet());
        this.clock = clock;
    }

    /** Evaluates once. */
    public void step() {
        rules.refresh(books);
        Instant now = clock.instant();
        Subject district = Subject.district(registry.current().facts().districtId());
        Map<CaseKey, Verdict> changed = books.read(handle -> evaluate(handle, district, now));
        changed.forEach((key, verdict) -> books.write(tx -> {
            CasePolicy policy = rules.policy(registry.current(), key, now);
            Evaluation evaluation = Evaluation.of(key, policy, verdict);
            if (EvaluationWriter.write(tx.handle(), key, List.of(evaluation), now) != null) {
                reconciler.reconcile(tx, key, policy, verdict.from(), now, Verdict::to);
            }
            return true;
        }));
    }

    private Map<CaseKey, Verdict> evaluate(Handle handle, Subject district, Instant now) {
        Map<CaseKey, Verdict> verdicts = new LinkedHashMap<>();
        Map<String, Instant> failing = failing(handle);
        Duration after = rules.deadChannel(RulePlace.of(registry.current(), district), now)
                .after();
        failing.forEach((subject, since) -> {
            Instant due = since.plus(after);
            boolean judged = latest(handle, subject)
                    .filter(v -> v.outcome() == Outcome.RAISES && v.from().equals(since))
                    .isPresent();
            if (!judged && !now.isBefore(due)) {
                verdicts.put(CaseKey.channel(district, subject), verdict(since, due, Phase.CLOSED, Outcome.RAISES));
            }
        });
        OpenCases.of(handle, RULE).forEach((subject, open) -> {
            if (!known.contains(subject)) {
                latest(handle, subject)
                        .filter(v -> v.outcome() == Outcome.RAISES)
                        .ifPresent(
                                v -> verdicts.put(open.key(), SilenceRule.gone(v, Reason.of(Cause.CHANNEL_REMOVED))));
            } else if (!failing.containsKey(subject)) {
                verdicts.put(open.key(), verdict(now, now, Phase.RUNNING, Outcome.CLEARS));
            }
        });
        return verdicts;
    }

    private static Optional<Verdict> latest(Handle handle, String subject) {
        return VerdictTable.latest(handle, RULE, subject);
    }

    private Map<String, Instant> failing(Handle handle) {
        Map<String, Instant> failing = new LinkedHashMap<>();
        for (Map.Entry<Route, RouteState> entry : RouteTable.all(handle).entrySet()) {
            Instant since = entry.getValue().failing();
            if (since != null && known.contains(entry.getKey().subject())) {
                failing.put(entry.getKey().subject(), since);
            }
        }
        return failing;
    }

    private static Verdict verdict(Instant from, Instant to, Phase phase, Outcome outcome) {
        return new Verdict(from, to, phase, outcome, Comparison.NONE, Confidence.FULL, null);
    }
}
