package io.greenpark.alerts.evaluation;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.rule.LimitRule;
import io.greenpark.alerts.rule.Measured;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.alerts.rule.WarningRule;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates hours and days of outlet points against the limits valid at their start. */
final class DischargeEvaluator {
    private final RulesConfig config;

    DischargeEvaluator(RulesConfig config) {
        this.config = config;
    }

    EvaluationResult evaluate(Registry registry, EvaluationTask task, DischargeMeanPrefetch means, Instant now) {
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
        PointPeriod period = new PointPeriod(registry, point.get(), step, from, limits, row);
        boolean accepted = !registry.acceptanceOf(point.get()).holds(from, to);
        if (now.isBefore(to.plus(config.settle()))) {
            boolean running = now.isBefore(to) && accepted;
            return new EvaluationResult(task, running ? running(period) : List.of(), dueMs(limits, to));
        }
        return new EvaluationResult(task, accepted ? closed(period) : notAccepted(closed(period), point.get()), null);
    }

    /** Limits that left together with their point were kept or exceeded all the same: what was judged stays. */
    private static boolean leftWithItsLimits(Registry registry, Point point, Instant now) {
        Instant ended = point.endedAt();
        return ended != null
                && !ended.isAfter(now)
                && registry.limitsOfPoint(point.id()).isEmpty();
    }

    private @Nullable Long dueMs(List<Limit> limits, Instant to) {
        return limits.isEmpty() ? null : to.plus(config.settle()).toEpochMilli();
    }

    private record PointPeriod(
            Registry registry, Point point, Step step, Instant from, List<Limit> limits, Optional<DischargeRow> row) {
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
        RulesConfig.Warning warning = config.warning();
        return p
                .row()
                .map(row -> WarningRule.running(row, p.measured(), p.limits(), warning.thresholds()))
                .map(verdict -> Evaluation.of(p.key(Case.Rule.LIMIT_WARNING), warning.policy(), verdict))
                .stream()
                .toList();
    }

    /** What was measured is kept beside what it would be compared with; nothing is said of the two. */
    private static List<Evaluation> notAccepted(List<Evaluation> evaluations, Point point) {
        Reason why = Reason.notAccepted(List.of(point.deviceId()));
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
        Verdict exceeded = p.row()
                .map(row -> LimitRule.evaluate(
                        row, p.measured(), p.limits(), config.exceeded().thresholds()))
                .orElse(null);
        Verdict warning = p.row()
                .map(row -> WarningRule.closed(
                        row, p.measured(), p.limits(), config.warning().thresholds()))
                .orElse(null);
        return List.of(
                new Evaluation(
                        p.key(Case.Rule.LIMIT_EXCEEDED), config.exceeded().policy(), p.from(), Phase.CLOSED, exceeded),
                new Evaluation(
                        p.key(Case.Rule.LIMIT_WARNING), config.warning().policy(), p.from(), Phase.CLOSED, warning));
    }
}
