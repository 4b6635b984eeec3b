package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.OpenCases;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.SilenceRule;
import io.greenpark.alerts.rule.SilenceRule.Heard;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.live.LiveState.Sign;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Canary;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates whether the canary, the platform's own reading, arrives: it counts as heard once reading store and live state
 * both have it. Unlike the silence of devices it is evaluated however far readers lag: that they do is what the canary is
 * there to tell. Used by one thread.
 */
public final class CanaryEvaluator {
    private static final Case.Rule RULE = Case.Rule.CANARY_MISSING;

    private final Books books;
    private final RegistrySource registry;
    private final JudgingRules rules;
    private final CaseReconciler reconciler;
    private final boolean expected;
    private final Clock clock;
    private final Instant listeningSince;

    /** @param expected whether one is sent at all; if not, an open case is withdrawn */
    public CanaryEvaluator(
            Books books,
            RegistrySource registry,
            JudgingRules rules,
            CaseReconciler reconciler,
            boolean expected,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.rules = rules;
        this.reconciler = reconciler;
        this.expected = expected;
        this.clock = clock;
        this.listeningSince = clock.instant();
    }

    /** Evaluates once. */
    public void step() {
        Instant now = clock.instant();
        rules.refresh(books);
        Optional<Verdict> verdict = books.read(handle -> expected ? evaluate(handle, now) : switchedOff(handle));
        verdict.ifPresent(v -> books.write(tx -> {
            write(tx, v, now);
            return true;
        }));
    }

    private Optional<Verdict> evaluate(Handle handle, Instant now) {
        Heard heard = new Heard(lastHeard(books.ports(handle)), listeningSince, listeningSince);
        Verdict previous =
                VerdictTable.latest(handle, RULE, CaseKey.PLATFORM_SUBJECT).orElse(null);
        RulesConfig.Canary rule = rule(now);
        return Optional.ofNullable(SilenceRule.evaluate(heard, rule.after(), rule.clearAfter(), previous, now));
    }

    private RulesConfig.Canary rule(Instant now) {
        return rules.canary(JudgingRules.district(registry.current()), now);
    }

    /** The arrival of the newest canary reading that both have; null if either has none. */
    private static @Nullable Instant lastHeard(BooksTx ports) {
        Optional<Sign> sign = ports.live().of(Canary.DEVICE);
        Optional<Sample> stored = ports.readings().latest(Canary.POINT);
        if (sign.isEmpty() || stored.isEmpty()) {
            return null;
        }
        return Instant.ofEpochMilli(
                Math.min(sign.get().arrivalMs(), stored.get().arrivalMs()));
    }

    private Optional<Verdict> switchedOff(Handle handle) {
        if (OpenCases.count(handle).getOrDefault(RULE, 0L) == 0) {
            return Optional.empty();
        }
        return VerdictTable.between(handle, RULE, CaseKey.PLATFORM_SUBJECT, 0, Long.MAX_VALUE).stream()
                .filter(v -> v.outcome() == Verdict.Outcome.RAISES)
                .reduce((a, b) -> b)
                .map(v -> SilenceRule.gone(v, Reason.of(Cause.CANARY_OFF)));
    }

    private void write(BooksTx tx, Verdict verdict, Instant now) {
        CaseKey key = CaseKey.platform(
                RULE, Subject.district(registry.current().facts().districtId()));
        CasePolicy policy = rule(now).policy();
        Evaluation evaluation = Evaluation.of(key, policy, verdict);
        if (EvaluationWriter.write(tx.handle(), key, List.of(evaluation), now) != null) {
            reconciler.reconcile(tx, key, policy, verdict.from(), now, Verdict::to);
        }
    }
}
