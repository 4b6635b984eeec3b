package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes back what the rules have said of a time, as an objection to it was upheld. The verdicts say nothing any more, their cases are withdrawn or
 * amended with a notice to whoever was told, and whatever data still come, the time stays voided. What was measured stays as it is.
 * All in the transaction of whoever decides.
 */
public final class VerdictVoids {
    /** No period of a figure is longer; one that begins before a time may reach into it. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private final RegistrySource registry;
    private final JudgingRules rules;
    private final CaseReconciler reconciler;

    public VerdictVoids(RegistrySource registry, JudgingRules rules, CaseReconciler reconciler) {
        this.registry = registry;
        this.rules = rules;
        this.reconciler = reconciler;
    }

    /**
     * Voids a time of a key. The other rule over the same limits goes with it, the day's mean with an hour that is in it, and
     * what is on trial beside them.
     *
     * @param from start of the time
     * @param to its end, exclusive, after its start
     * @param objection the number of the objection that was right
     */
    public void add(BooksTx tx, CaseKey key, Instant from, Instant to, String objection, Instant now) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a time from " + from + " to " + to + " is none to be voided");
        }
        rules.refresh(tx.handle());
        List<CaseKey> keys = new ArrayList<>(together(key.inForce()));
        List.copyOf(keys).forEach(each -> keys.addAll(rules.onTrialBeside(registry.current(), each, from, to)));
        for (CaseKey each : keys) {
            VoidedTimes.insert(tx.handle(), each, from, to, objection, now);
            voidStored(tx, each, from, to, now);
        }
    }

    /**
     * A month that was wrong has been put right: what an objection voided of targets is judged again, by the path of all that changed.
     *
     * @param subjects whom the month counts for
     * @param from start of the time that was voided
     */
    public void lift(BooksTx tx, List<Subject> subjects, Instant from, Instant to, String objection, Instant now) {
        VoidedTimes.remove(tx.handle(), Case.Rule.ENERGY_DECLINE_BEHIND, objection);
        for (Subject subject : subjects) {
            ParkTime time = subject.time(registry.current());
            List<Long> months = new ArrayList<>();
            YearMonth month = time.monthOf(from);
            while (time.startOf(month).isBefore(to) && time.startOf(month).isBefore(now)) {
                months.add(time.startOf(month).toEpochMilli());
                month = month.plusMonths(1);
            }
            tx.marks().mark(Mark.Kind.INTENSITY_MONTH, subject.id(), months);
        }
    }

    /** What inhibits comes first: its cases decide whether the inhibited ones may be. */
    private static List<CaseKey> together(CaseKey key) {
        if (!key.rule().ofLimits()) {
            return List.of(key);
        }
        List<CaseKey> keys = new ArrayList<>(ofLimits(key, key.subject()));
        day(key).ifPresent(subject -> keys.addAll(ofLimits(key, subject)));
        return keys;
    }

    private static List<CaseKey> ofLimits(CaseKey key, String subject) {
        return List.of(
                new CaseKey(Case.Rule.LIMIT_EXCEEDED, subject, key.about(), key.pointId(), key.deviceId()),
                new CaseKey(Case.Rule.LIMIT_WARNING, subject, key.about(), key.pointId(), key.deviceId()));
    }

    private static Optional<String> day(CaseKey key) {
        String point = key.pointId();
        return point != null && key.subject().equals(point + "/" + Step.HOUR.code())
                ? Optional.of(point + "/" + Step.DAY.code())
                : Optional.empty();
    }

    private void voidStored(BooksTx tx, CaseKey key, Instant from, Instant to, Instant now) {
        VoidedTimes voided = VoidedTimes.of(tx.handle(), List.of(key));
        List<Verdict> stored = VerdictTable.between(
                tx.handle(), key.rule(), key.subject(), from.minus(LONGEST).toEpochMilli(), to.toEpochMilli());
        List<Verdict> changed = stored.stream()
                .map(v -> Objects.equals(voided.apply(key, v), v) ? null : voided.apply(key, v))
                .filter(Objects::nonNull)
                .toList();
        VerdictTable.put(tx.handle(), key, changed, now);
        Instant first = changed.isEmpty() ? from : changed.get(0).from();
        reconciler.reconcile(tx, key, rules.policy(registry.current(), key, first), first, now, Verdict::to);
    }
}
