package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.rule.LimitRule;
import io.greenpark.alerts.rule.Measured;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.alerts.rule.WarningRule;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates hours and days of outlet points against the limits valid at their start. */
final class DischargeEvaluator {
    private final JudgingRules rules;

    DischargeEvaluator(JudgingRules rules) {
        this.rules = rules;
    }

    EvaluationResult evaluate(
            Registry registry, EvaluationTask task, DischargeMeanPrefetch means, MarkedMeans marked, Instant now) {
        Optional<Point> point = registry.point(task.subject());
        if (point.isEmpty() || leftWithItsLimits(registry, point.get(), now)) {
            return new EvaluationResult(task, List.of(), null);
        }
        Step step = task.kind() == Mark.Kind.DISCHARGE_HOUR ? Step.HOUR : Step.DAY;
        ParkTime time = registry.timeOf(point.get().enterpriseId());
        Instant from = Instant.ofEpochMilli(task.startMs());
        Instant to = time.endOf(step, from);
        List<Limit> limits = registry.limitsAt(task.subject(), from).stream()
                .filter(l -> l.averaging() == (step == Step.HOUR ? Limit.Averaging.HOUR : Limit.Averaging.DAY))
                .toList();
        Optional<DischargeRow> row = limits.isEmpty() ? Optional.empty() : means.mean(task);
        PointPeriod period =
                new PointPeriod(registry, point.get(), RulePlace.of(registry, point.get()), step, from, limits, row);
        Optional<MarkedMeans.Left> left = row.isEmpty() ? Optional.empty() : marked.of(task);
        boolean accepted = !registry.acceptanceOf(point.get()).holds(from, to);
        if (now.isBefore(to.plus(rules.settings().settle()))) {
            boolean running = now.isBefore(to) && accepted;
            return new EvaluationResult(task, running ? running(unmarked(period, left)) : List.of(), dueMs(limits, to));
        }
        return new EvaluationResult(
                task, accepted ? judged(period, left) : notAccepted(closed(period), point.get()), null);
    }

    /** What accepted marks leave is judged where it is enough; otherwise what was measured is kept beside what it would be compared with. */
    private List<Evaluation> judged(PointPeriod period, Optional<MarkedMeans.Left> left) {
        return left.isPresent() && !left.get().valid()
                ? held(closed(period), Reason.marked(left.get().marks()))
                : closed(unmarked(period, left));
    }

    private static PointPeriod unmarked(PointPeriod p, Optional<MarkedMeans.Left> left) {
        return left.map(found -> new PointPeriod(
                        p.registry(), p.point(), p.place(), p.step(), p.from(), p.limits(), Optional.of(found.row())))
                .orElse(p);
    }

    /** Limits that left together with their point were kept or exceeded all the same: what was judged stays. */
    private static boolean leftWithItsLimits(Registry registry, Point point, Instant now) {
        Instant ended = point.endedAt();
        return ended != null
                && !ended.isAfter(now)
                && registry.limitsOfPoint(point.id()).isEmpty();
    }

    private @Nullable Long dueMs(List<Limit> limits, Instant to) {
        return limits.isEmpty() ? null : to.plus(rules.settings().settle()).toEpochMilli();
    }

    private record PointPeriod(
            Registry registry,
            Point point,
            RulePlace place,
            Step step,
            Instant from,
            List<Limit> limits,
            Optional<DischargeRow> row) {
        CaseKey key(Case.Rule rule) {
            String subject = point.id() + "/" + step.code();
            return new CaseKey(rule, subject, Subject.enterprise(point.enterpriseId()), point.id(), point.deviceId());
        }

        Measured measured() {
            PointFacts facts = point.factsAt(from).orElse(point.currentFacts());
            boolean evidence = Optional.ofNullable(point.outletId())
                    .flatMap(registry::outlet)
                    .map(o -> o.standing() == Outlet.Standing.EVIDENCE)
                    .orElse(false);
            return new Measured(facts.unit(), evidence);
        }
    }

    private List<Evaluation> running(PointPeriod p) {
        List<Evaluation> evaluations = new ArrayList<>();
        CaseKey key = p.key(Case.Rule.LIMIT_WARNING);
        running(p, key, rules.warning(p.place(), p.from())).ifPresent(evaluations::add);
        rules.warningOnTrial(p.place(), p.from())
                .flatMap(tried -> running(p, key.onTrialBy(tried.id()), tried.rule()))
                .ifPresent(evaluations::add);
        return evaluations;
    }

    private static Optional<Evaluation> running(PointPeriod p, CaseKey key, RulesConfig.Warning rule) {
        return p.row()
                .map(row -> WarningRule.running(row, p.measured(), p.limits(), rule.thresholds()))
                .map(verdict -> Evaluation.of(key, rule.policy(), verdict));
    }

    /** What was measured is kept beside what it would be compared with; nothing is said of the two. */
    private static List<Evaluation> notAccepted(List<Evaluation> evaluations, Point point) {
        return held(evaluations, Reason.notAccepted(List.of(point.deviceId())));
    }

    private static List<Evaluation> held(List<Evaluation> evaluations, Reason why) {
        return evaluations.stream()
                .map(e -> new Evaluation(
                        e.key(),
                        e.policy(),
                        e.from(),
                        e.phase(),
                        e.verdict() == null ? null : e.verdict().notJudged(why)))
                .toList();
    }

    private List<Evaluation> closed(PointPeriod p) {
        List<Evaluation> evaluations = new ArrayList<>();
        CaseKey exceeded = p.key(Case.Rule.LIMIT_EXCEEDED);
        CaseKey warning = p.key(Case.Rule.LIMIT_WARNING);
        evaluations.add(exceeded(p, exceeded, rules.exceeded(p.place(), p.from())));
        evaluations.add(warning(p, warning, rules.warning(p.place(), p.from())));
        rules.exceededOnTrial(p.place(), p.from())
                .ifPresent(tried -> evaluations.add(exceeded(p, exceeded.onTrialBy(tried.id()), tried.rule())));
        rules.warningOnTrial(p.place(), p.from())
                .ifPresent(tried -> evaluations.add(warning(p, warning.onTrialBy(tried.id()), tried.rule())));
        return evaluations;
    }

    private static Evaluation exceeded(PointPeriod p, CaseKey key, RulesConfig.Exceeded rule) {
        Verdict verdict = p.row()
                .map(row -> LimitRule.evaluate(row, p.measured(), p.limits(), rule.thresholds()))
                .orElse(null);
        return new Evaluation(key, rule.policy(), p.from(), Phase.CLOSED, verdict);
    }

    private static Evaluation warning(PointPeriod p, CaseKey key, RulesConfig.Warning rule) {
        Verdict verdict = p.row()
                .map(row -> WarningRule.closed(row, p.measured(), p.limits(), rule.thresholds()))
                .orElse(null);
        return new Evaluation(key, rule.policy(), p.from(), Phase.CLOSED, verdict);
    }
}
