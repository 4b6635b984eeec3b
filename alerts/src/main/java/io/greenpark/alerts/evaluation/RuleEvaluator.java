package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.Policy;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
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
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges what the accounts have marked as changed. Figures are read before the writing transaction begins: one that
 * changes in between has been marked again, so it is judged again. Verdicts, cases, notices and the deleted marks commit
 * together. Used by one thread.
 */
public final class RuleEvaluator {
    /** The name under which marks are kept for the rules. */
    public static final String CONSUMER = "rules";

    static final Set<Mark.Kind> KINDS =
            Set.of(Mark.Kind.INTENSITY_MONTH, Mark.Kind.DISCHARGE_HOUR, Mark.Kind.DISCHARGE_DAY);
    /** While the accounts catch up, whole months stand half booked; hours and days are judged all the same. */
    private static final Set<Mark.Kind> SHORT_KINDS = Set.of(Mark.Kind.DISCHARGE_HOUR, Mark.Kind.DISCHARGE_DAY);
    /** So that a writing transaction stays well under 50 ms. */
    private static final int PORTION = 200;

    private final Books books;
    private final RegistrySource registry;
    private final DischargeAccounts dischargeAccounts;
    private final IntensityAccounts intensityAccounts;
    private final DischargeEvaluator discharge;
    private final EnergyEvaluator energy;
    private final LongSupplier accountsLag;
    private final RulesConfig config;
    private final CaseReconciler reconciler;
    private final Clock clock;

    public RuleEvaluator(
            Books books,
            RegistrySource registry,
            DischargeAccounts discharge,
            IntensityAccounts intensity,
            LongSupplier accountsLag,
            RulesConfig config,
            CaseReconciler reconciler,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.dischargeAccounts = discharge;
        this.intensityAccounts = intensity;
        this.discharge = new DischargeEvaluator(config);
        this.energy = new EnergyEvaluator(config);
        this.accountsLag = accountsLag;
        this.config = config;
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

    /** Marks waiting to be judged. */
    public long lag() {
        return books.read(handle -> books.ports(handle).marks().count(CONSUMER));
    }

    /** Judges one portion; returns whether there may be more. */
    public boolean step() {
        Instant now = clock.instant();
        Set<Mark.Kind> kinds = accountsLag.getAsLong() > config.energyMaxLag() ? SHORT_KINDS : KINDS;
        List<Mark> marks = books.read(handle -> books.ports(handle).marks().pending(CONSUMER, kinds, PORTION));
        List<EvaluationTask> due = books.read(handle -> ScheduledEvaluations.due(handle, now, kinds, PORTION));
        if (marks.isEmpty() && due.isEmpty()) {
            return false;
        }
        Set<EvaluationTask> tasks = new LinkedHashSet<>(due);
        marks.forEach(m -> tasks.add(new EvaluationTask(m.kind(), m.subject(), m.startMs())));
        Registry current = registry.current();
        DischargeMeanPrefetch means = new DischargeMeanPrefetch(dischargeAccounts, tasks);
        IntensityPrefetch months = new IntensityPrefetch(intensityAccounts, tasks);
        List<EvaluationResult> judgements = tasks.stream()
                .map(task -> evaluate(current, task, means, months, now))
                .toList();
        books.write(tx -> {
            write(tx, judgements, now);
            tx.marks().done(CONSUMER, marks);
            return true;
        });
        return marks.size() == PORTION || due.size() == PORTION;
    }

    private EvaluationResult evaluate(
            Registry current, EvaluationTask task, DischargeMeanPrefetch means, IntensityPrefetch months, Instant now) {
        return task.kind() == Mark.Kind.INTENSITY_MONTH
                ? energy.evaluate(current, task, months, now)
                : discharge.evaluate(current, task, means, now);
    }

    private void write(BooksTx tx, List<EvaluationResult> judgements, Instant now) {
        Set<EvaluationTask> done = new HashSet<>();
        Map<CaseKey, List<Evaluation>> byMatter = new LinkedHashMap<>();
        for (EvaluationResult j : judgements) {
            boolean isNew = j.dueMs() == null || ScheduledEvaluations.put(tx.handle(), j.task(), j.dueMs());
            if (j.dueMs() == null) {
                done.add(j.task());
            }
            if (isNew && j.task().kind() == Mark.Kind.DISCHARGE_DAY) {
                tx.marks().mark(Mark.Kind.LIMIT, j.task().subject(), j.task().startMs());
            }
            j.findings().forEach(f -> byMatter.computeIfAbsent(f.key(), m -> new ArrayList<>())
                    .add(f));
        }
        ScheduledEvaluations.remove(tx.handle(), done);
        settle(tx, byMatter, now);
    }

    /** Graver matters first: their cases decide whether the lesser ones may have any. */
    private void settle(BooksTx tx, Map<CaseKey, List<Evaluation>> byMatter, Instant now) {
        Map<CaseKey, Instant> affected = new LinkedHashMap<>();
        byMatter.forEach((key, findings) -> {
            if (key.graver() == null) {
                Instant from = settle(tx, key, findings, null, now);
                CaseKey lesser = key.lesser();
                if (from != null && lesser != null) {
                    affected.put(lesser, from);
                }
            }
        });
        byMatter.forEach((key, findings) -> {
            if (key.graver() != null) {
                settle(tx, key, findings, affected.remove(key), now);
            }
        });
        affected.forEach((key, from) -> settle(tx, key, List.of(), from, now));
    }

    /**
     * Settles one matter.
     *
     * @param graverFrom from when on the cases of its graver matter may have changed; null if they have not
     * @return from when on its cases may have changed; null if they have not
     */
    private @Nullable Instant settle(
            BooksTx tx, CaseKey key, List<Evaluation> findings, @Nullable Instant graverFrom, Instant now) {
        EvaluationWriter.Changed changed = EvaluationWriter.put(tx.handle(), key, findings, now);
        Policy policy = findings.isEmpty() ? config.warning() : findings.get(0).policy();
        if (graverFrom == null && dull(tx, key, policy, changed)) {
            return null;
        }
        Instant from = changed == null ? graverFrom : earlier(changed.from(), graverFrom);
        if (from == null) {
            return null;
        }
        reconciler.settle(tx, key, policy, from, now, v -> arrivedAt(tx, key, v, now));
        return from;
    }

    /** Where one raising period is enough, every one of them has a case; most periods are good and need no more. */
    private boolean dull(BooksTx tx, CaseKey key, Policy policy, EvaluationWriter.@Nullable Changed changed) {
        return changed == null
                || policy.hysteresis().raiseAfter() == 1
                        && !changed.raising()
                        && !reconciler.concerns(tx.handle(), key, changed.from());
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    /** When the data of a period were all there; for figures that hang on statistics, when they were judged. */
    private static Instant arrivedAt(BooksTx tx, CaseKey key, Verdict verdict, Instant now) {
        String point = key.pointId();
        if (point == null || verdict.phase() == Phase.RUNNING) {
            return now;
        }
        // A sample that names the end of its period belongs to it too.
        long arrivedMs =
                tx
                        .readings()
                        .range(
                                point,
                                verdict.from().toEpochMilli(),
                                verdict.to().toEpochMilli() + 1)
                        .stream()
                        .mapToLong(Sample::arrivalMs)
                        .max()
                        .orElse(verdict.to().toEpochMilli());
        long limitsMs = LimitWatch.seenMs(tx.handle(), point);
        return Instant.ofEpochMilli(Math.max(arrivedMs, limitsMs));
    }
}
