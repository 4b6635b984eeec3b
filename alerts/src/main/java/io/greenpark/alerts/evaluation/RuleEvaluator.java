package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.hour.UnreadableHoursException;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.evaluation.EvaluationWriter.VerdictChange;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Registry;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates what the accounts have marked as changed. Figures are read before the writing transaction begins: one that
 * changes in between has been marked again, so it is evaluated again. Verdicts, cases, notifications and the deleted marks
 * commit together. Used by one thread.
 */
public final class RuleEvaluator {
    /** The name under which marks are kept for the rules. */
    public static final String CONSUMER = "rules";

    private static final Logger LOG = LoggerFactory.getLogger(RuleEvaluator.class);
    private static final Set<Mark.Kind> KINDS =
            Set.of(Mark.Kind.INTENSITY_MONTH, Mark.Kind.DISCHARGE_HOUR, Mark.Kind.DISCHARGE_DAY);
    /** While the accounts catch up, whole months are half booked; hours and days are evaluated all the same. */
    private static final Set<Mark.Kind> SHORT_KINDS = Set.of(Mark.Kind.DISCHARGE_HOUR, Mark.Kind.DISCHARGE_DAY);
    /** So that a writing transaction stays well under 50 ms. */
    static final int PORTION = 200;

    private final Books books;
    private final RuleInputs inputs;
    private final DischargeEvaluator discharge;
    private final EnergyEvaluator energy;
    private final JudgingRules rules;
    private final CaseReconciler reconciler;
    private final Clock clock;

    public RuleEvaluator(Books books, RuleInputs inputs, JudgingRules rules, CaseReconciler reconciler, Clock clock) {
        this.books = books;
        this.inputs = inputs;
        this.discharge = new DischargeEvaluator(rules);
        this.energy = new EnergyEvaluator(rules);
        this.rules = rules;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /** Asks for marks from now on. */
    public void subscribe() {
        books.write(tx -> {
            tx.marks().subscribe(CONSUMER, KINDS);
            return true;
        });
    }

    /** Marks waiting to be evaluated. */
    public long lag() {
        return books.read(handle -> books.ports(handle).marks().count(CONSUMER));
    }

    /** Evaluates one portion; returns whether there may be more. */
    public boolean step() {
        Instant now = clock.instant();
        boolean accountsBehind =
                inputs.lag().accounts().getAsLong() > rules.settings().energy().maxLag();
        Set<Mark.Kind> kinds = accountsBehind ? SHORT_KINDS : KINDS;
        List<Mark> marks = books.read(handle -> books.ports(handle).marks().pending(CONSUMER, kinds, PORTION));
        List<EvaluationTask> due = books.read(handle -> ScheduledEvaluations.due(handle, now, kinds, PORTION));
        if (marks.isEmpty() && due.isEmpty()) {
            return false;
        }
        Set<EvaluationTask> tasks = new LinkedHashSet<>(due);
        marks.forEach(m -> tasks.add(new EvaluationTask(m.kind(), m.subject(), m.startMs())));
        rules.refresh(books);
        List<EvaluationResult> results = evaluate(tasks, now);
        books.write(tx -> {
            write(tx, results, now);
            tx.marks().done(CONSUMER, marks);
            return true;
        });
        return marks.size() == PORTION || due.size() == PORTION;
    }

    private List<EvaluationResult> evaluate(Set<EvaluationTask> tasks, Instant now) {
        Registry registry = inputs.registry().current();
        DischargeMeanPrefetch means = new DischargeMeanPrefetch(inputs.discharge(), tasks);
        IntensityPrefetch months = new IntensityPrefetch(inputs.intensity(), tasks);
        MarkedMeans marked = MarkedMeans.of(books, registry, tasks, task -> minPercent(registry, task), now);
        return tasks.stream()
                .map(task -> task.kind() == Mark.Kind.INTENSITY_MONTH
                        ? energy.evaluate(registry, task, months, now)
                        : discharge.evaluate(registry, task, means, marked, now))
                .toList();
    }

    private int minPercent(Registry registry, EvaluationTask task) {
        RulePlace place = registry.point(task.subject())
                .map(point -> RulePlace.of(registry, point))
                .orElseGet(() -> JudgingRules.district(registry));
        return rules.exceeded(place, Instant.ofEpochMilli(task.startMs()))
                .thresholds()
                .minCompletenessPercent();
    }

    private void write(BooksTx tx, List<EvaluationResult> results, Instant now) {
        Set<EvaluationTask> done = new HashSet<>();
        Map<CaseKey, List<Evaluation>> byKey = new LinkedHashMap<>();
        for (EvaluationResult result : results) {
            EvaluationTask task = result.task();
            boolean isNew = result.dueMs() == null || ScheduledEvaluations.put(tx.handle(), task, result.dueMs());
            if (result.dueMs() == null) {
                done.add(task);
            }
            if (isNew && task.kind() == Mark.Kind.DISCHARGE_DAY) {
                tx.marks().mark(Mark.Kind.LIMIT, task.subject(), task.startMs());
            }
            result.evaluations().forEach(e -> byKey.computeIfAbsent(e.key(), k -> new ArrayList<>())
                    .add(e));
        }
        ScheduledEvaluations.remove(tx.handle(), done);
        reconcile(tx, byKey, now);
    }

    /**
     * Writes the verdicts of all keys, then brings their cases up to date. Inhibiting keys first: their cases decide whether the
     * inhibited ones may have any.
     */
    private void reconcile(BooksTx tx, Map<CaseKey, List<Evaluation>> byKey, Instant now) {
        Changes changes = new Changes(
                EvaluationWriter.write(tx.handle(), byKey, now), reconciler.keysWithCases(tx.handle(), byKey.keySet()));
        Map<CaseKey, Instant> inhibitionChangedFrom = new LinkedHashMap<>();
        byKey.forEach((key, evaluations) -> {
            if (key.inhibitedBy() == null) {
                Instant from = reconcile(tx, key, policy(evaluations), changes, null, now);
                CaseKey inhibited = key.inhibits();
                if (from != null && inhibited != null) {
                    inhibitionChangedFrom.put(inhibited, from);
                }
            }
        });
        byKey.forEach((key, evaluations) -> {
            if (key.inhibitedBy() != null) {
                reconcile(tx, key, policy(evaluations), changes, inhibitionChangedFrom.remove(key), now);
            }
        });
        inhibitionChangedFrom.forEach((key, from) ->
                reconcile(tx, key, rules.policy(inputs.registry().current(), key, from), changes, from, now));
    }

    /**
     * What a portion changed.
     *
     * @param withCases keys that had cases before it; a key is looked at once
     */
    private record Changes(Map<CaseKey, VerdictChange> verdicts, Set<CaseKey> withCases) {}

    private static CasePolicy policy(List<Evaluation> evaluations) {
        return evaluations.get(0).policy();
    }

    /**
     * Brings the cases of one key up to date after its verdicts were written.
     *
     * @param inhibitionFrom from when on the cases that inhibit it may have changed; null if they have not
     * @return from when on its cases may have changed; null if they have not
     */
    private @Nullable Instant reconcile(
            BooksTx tx,
            CaseKey key,
            CasePolicy policy,
            Changes changes,
            @Nullable Instant inhibitionFrom,
            Instant now) {
        VerdictChange change = changes.verdicts().get(key);
        Instant from = inhibitionFrom;
        if (change != null && (inhibitionFrom != null || mayChangeCases(tx, key, policy, change, changes))) {
            from = earlier(change.from(), inhibitionFrom);
        }
        if (from != null) {
            reconcileOrLeave(tx, key, policy, from, now);
        }
        return from;
    }

    /** Cases that rest on verdicts which cannot be read stay as they are, and hold nobody else up. */
    private void reconcileOrLeave(BooksTx tx, CaseKey key, CasePolicy policy, Instant from, Instant now) {
        try {
            reconciler.reconcile(tx, key, policy, from, now, v -> arrivedAt(tx, key, v, now));
        } catch (UnreadableHoursException e) {
            LOG.error("the cases of {} of \"{}\" stay as they are: {}", key.rule(), key.subject(), e.getMessage());
        }
    }

    /**
     * Most periods are good, and where a single raising period makes a case, a change among good ones is of interest only
     * to a case that reaches it.
     */
    private boolean mayChangeCases(BooksTx tx, CaseKey key, CasePolicy policy, VerdictChange change, Changes changes) {
        return change.raising()
                || policy.course().longestRaise() > 1
                || changes.withCases().contains(key) && reconciler.hasCaseFrom(tx.handle(), key, change.from());
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    /** When the data of a period were all there; for figures that depend on statistics, when they were evaluated. */
    private static Instant arrivedAt(BooksTx tx, CaseKey key, Verdict verdict, Instant now) {
        String point = key.pointId();
        if (point == null || verdict.phase() == Phase.RUNNING) {
            return now;
        }
        long fromMs = verdict.from().toEpochMilli();
        long toMs = verdict.to().toEpochMilli();
        // A sample that names the end of its period belongs to it too.
        long arrivedMs = tx.readings().range(point, fromMs, toMs + 1).stream()
                .mapToLong(Sample::arrivalMs)
                .max()
                .orElse(toMs);
        long limitsMs = LimitsSeenTable.seenMs(tx.handle(), point);
        return Instant.ofEpochMilli(Math.max(arrivedMs, limitsMs));
    }
}
