package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.rule.EnergyRule;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates ended months of enterprises, parks and the district against the target assigned to exactly them. A mark names
 * an id only; where an enterprise and a park share it, both are evaluated.
 *
 * <p>A statistic that may only be shown keeps a figure from being held against its enterprise. The figure of an area adds
 * up several enterprises and names none, so it is evaluated all the same; where the area is a single enterprise, it is
 * that enterprise's figure and treated as such.
 */
final class EnergyEvaluator {
    private static final Duration RECOMPUTED_IN = Duration.ofSeconds(5);

    private final JudgingRules rules;

    EnergyEvaluator(JudgingRules rules) {
        this.rules = rules;
    }

    EvaluationResult evaluate(Registry registry, EvaluationTask task, IntensityPrefetch months, Instant now) {
        Instant from = Instant.ofEpochMilli(task.startMs());
        List<Evaluation> evaluations = new ArrayList<>();
        Long dueMs = null;
        for (Subject subject : subjects(registry, task.subject())) {
            ParkTime time = subject.time(registry);
            YearMonth month = time.monthOf(from);
            Instant to = time.startOf(month.plusMonths(1));
            long dueFromMs = to.plus(rules.settings().settle()).toEpochMilli();
            if (!time.startOf(month).equals(from)) {
                // In another time zone than the one of the same id; its own months have marks of their own.
                continue;
            }
            if (now.toEpochMilli() < dueFromMs) {
                dueMs = dueMs == null ? dueFromMs : Math.max(dueMs, dueFromMs);
            } else if (isBeingRecomputed(registry, subject, month, months)) {
                dueMs = Math.max(
                        dueMs == null ? 0 : dueMs, now.plus(RECOMPUTED_IN).toEpochMilli());
            } else {
                add(evaluations, registry, subject, months, from, to);
            }
        }
        return new EvaluationResult(task, evaluations, dueMs);
    }

    /**
     * January is judged with February, so it has no verdict of its own. One that an earlier version gave stays, with the case
     * that rests on it, as long as there is nothing else against it.
     */
    private static boolean isOfJanuaryAlone(Evaluation evaluation) {
        Verdict verdict = evaluation.verdict();
        return verdict != null && verdict.reason() != null && verdict.reason().cause() == Cause.JANUARY_WITH_FEBRUARY;
    }

    /** Then it would be judged by neither what was nor what is, and a case would be withdrawn and raised again. */
    private static boolean isBeingRecomputed(
            Registry registry, Subject subject, YearMonth month, IntensityPrefetch months) {
        return registry.target(subject, month.getYear())
                .flatMap(target -> months.of(subject, subject.time(registry), target.basis(), month))
                .map(IntensityRow::standing)
                .map(TargetStanding::reason)
                .filter(EnergyEvaluator::tellsOfChange)
                .isPresent();
    }

    private static boolean tellsOfChange(Reason reason) {
        return reason.cause() == Cause.REGISTRY_CHANGED
                || reason.details().values().stream()
                        .anyMatch(d -> d instanceof Reason nested && tellsOfChange(nested));
    }

    private static List<Subject> subjects(Registry registry, String id) {
        List<Subject> subjects = new ArrayList<>();
        registry.enterprise(id).ifPresent(e -> subjects.add(Subject.enterprise(id)));
        registry.park(id).ifPresent(p -> subjects.add(Subject.park(id)));
        if (registry.facts().districtId().equals(id)) {
            subjects.add(Subject.district(id));
        }
        return subjects;
    }

    private void add(
            List<Evaluation> evaluations,
            Registry registry,
            Subject subject,
            IntensityPrefetch months,
            Instant from,
            Instant to) {
        RulePlace place = RulePlace.of(registry, subject);
        CaseKey key = CaseKey.energy(subject);
        add(evaluations, judged(registry, key, rules.energy(place, from), months, from, to));
        rules.energyOnTrial(place, from)
                .ifPresent(tried ->
                        add(evaluations, judged(registry, key.onTrialBy(tried.id()), tried.rule(), months, from, to)));
    }

    private static void add(List<Evaluation> evaluations, Evaluation evaluation) {
        if (!isOfJanuaryAlone(evaluation)) {
            evaluations.add(evaluation);
        }
    }

    private static Evaluation judged(
            Registry registry,
            CaseKey key,
            RulesConfig.Energy rule,
            IntensityPrefetch months,
            Instant from,
            Instant to) {
        Subject subject = key.about();
        ParkTime time = subject.time(registry);
        YearMonth month = time.monthOf(from);
        boolean ofOne = subject.enterprises(registry).size() == 1;
        Verdict verdict = registry.target(subject, month.getYear())
                .flatMap(target -> months.of(subject, time, target.basis(), month)
                        .map(row -> EnergyRule.evaluate(row, from, to, target.source(), ofOne, rule.thresholds())))
                .orElse(null);
        return new Evaluation(key, rule.policy(), from, Phase.CLOSED, verdict);
    }
}
