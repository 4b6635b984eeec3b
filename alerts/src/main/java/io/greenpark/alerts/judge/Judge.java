package io.greenpark.alerts.judge;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.alerts.cases.CaseKeeper;
import io.greenpark.alerts.cases.Matter;
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
public final class Judge {
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
    private final DischargeJudge discharge;
    private final EnergyJudge energy;
    private final LongSupplier accountsLag;
    private final RulesConfig config;
    private final CaseKeeper keeper;
    private final Clock clock;

    public Judge(
            Books books,
            RegistrySource registry,
            DischargeAccounts discharge,
            IntensityAccounts intensity,
            LongSupplier accountsLag,
            RulesConfig config,
            CaseKeeper keeper,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.dischargeAccounts = discharge;
        this.intensityAccounts = intensity;
        this.discharge = new DischargeJudge(config);
        this.energy = new EnergyJudge(config);
        this.accountsLag = accountsLag;
        this.config = config;
        this.keeper = keeper;
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
        List<Task> due = books.read(handle -> DueTable.due(handle, now, kinds, PORTION));
        if (marks.isEmpty() && due.isEmpty()) {
            return false;
        }
        Set<Task> tasks = new LinkedHashSet<>(due);
        marks.forEach(m -> tasks.add(new Task(m.kind(), m.subject(), m.startMs())));
        Registry current = registry.current();
        MeansAhead means = new MeansAhead(dischargeAccounts, tasks);
        MonthsAhead months = new MonthsAhead(intensityAccounts, tasks);
        List<Judgement> judgements = tasks.stream()
                .map(task -> judge(current, task, means, months, now))
                .toList();
        books.write(tx -> {
            write(tx, judgements, now);
            tx.marks().done(CONSUMER, marks);
            return true;
        });
        return marks.size() == PORTION || due.size() == PORTION;
    }

    private Judgement judge(Registry current, Task task, MeansAhead means, MonthsAhead months, Instant now) {
        return task.kind() == Mark.Kind.INTENSITY_MONTH
                ? energy.judge(current, task, months, now)
                : discharge.judge(current, task, means, now);
    }

    private void write(BooksTx tx, List<Judgement> judgements, Instant now) {
        Set<Task> done = new HashSet<>();
        Map<Matter, List<Finding>> byMatter = new LinkedHashMap<>();
        for (Judgement j : judgements) {
            boolean isNew = j.dueMs() == null || DueTable.put(tx.handle(), j.task(), j.dueMs());
            if (j.dueMs() == null) {
                done.add(j.task());
            }
            if (isNew && j.task().kind() == Mark.Kind.DISCHARGE_DAY) {
                tx.marks().mark(Mark.Kind.LIMIT, j.task().subject(), j.task().startMs());
            }
            j.findings().forEach(f -> byMatter.computeIfAbsent(f.matter(), m -> new ArrayList<>())
                    .add(f));
        }
        DueTable.remove(tx.handle(), done);
        settle(tx, byMatter, now);
    }

    /** Graver matters first: their cases decide whether the lesser ones may have any. */
    private void settle(BooksTx tx, Map<Matter, List<Finding>> byMatter, Instant now) {
        Map<Matter, Instant> affected = new LinkedHashMap<>();
        byMatter.forEach((matter, findings) -> {
            if (matter.graver() == null) {
                Instant from = settle(tx, matter, findings, null, now);
                Matter lesser = matter.lesser();
                if (from != null && lesser != null) {
                    affected.put(lesser, from);
                }
            }
        });
        byMatter.forEach((matter, findings) -> {
            if (matter.graver() != null) {
                settle(tx, matter, findings, affected.remove(matter), now);
            }
        });
        affected.forEach((matter, from) -> settle(tx, matter, List.of(), from, now));
    }

    /**
     * Settles one matter.
     *
     * @param graverFrom from when on the cases of its graver matter may have changed; null if they have not
     * @return from when on its cases may have changed; null if they have not
     */
    private @Nullable Instant settle(
            BooksTx tx, Matter matter, List<Finding> findings, @Nullable Instant graverFrom, Instant now) {
        Findings.Changed changed = Findings.put(tx.handle(), matter, findings, now);
        Policy policy = findings.isEmpty() ? config.warning() : findings.get(0).policy();
        if (graverFrom == null && dull(tx, matter, policy, changed)) {
            return null;
        }
        Instant from = changed == null ? graverFrom : earlier(changed.from(), graverFrom);
        if (from == null) {
            return null;
        }
        keeper.settle(tx, matter, policy, from, now, v -> arrivedAt(tx, matter, v, now));
        return from;
    }

    /** Where one raising period is enough, every one of them has a case; most periods are good and need no more. */
    private boolean dull(BooksTx tx, Matter matter, Policy policy, Findings.@Nullable Changed changed) {
        return changed == null
                || policy.hysteresis().raiseAfter() == 1
                        && !changed.raising()
                        && !keeper.concerns(tx.handle(), matter, changed.from());
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    /** When the data of a period were all there; for figures that hang on statistics, when they were judged. */
    private static Instant arrivedAt(BooksTx tx, Matter matter, Verdict verdict, Instant now) {
        String point = matter.pointId();
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
