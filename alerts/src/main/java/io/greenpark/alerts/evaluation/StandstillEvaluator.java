package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.OpenCase;
import io.greenpark.alerts.cases.OpenCases;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.Comparison;
import io.greenpark.alerts.rule.Confidence;
import io.greenpark.alerts.rule.SilenceRule;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.park.live.PointSign;
import io.greenpark.park.live.StandstillRule;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.live.LivenessWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates of which devices the data stand still while messages arrive ({@link StandstillRule}). A device has one case,
 * however many of its points stand still; it ends when newer data of all of them have come. Verdicts are of data time: from the
 * newest there was. Used by one thread.
 */
public final class StandstillEvaluator {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Books books;
    private final RuleInputs inputs;
    private final JudgingRules rules;
    private final CaseReconciler reconciler;
    private final Clock clock;
    private final OnceAfterUpgrade quietEndings;
    private Instant evaluatedAt = Instant.MIN;

    public StandstillEvaluator(
            Books books, RuleInputs inputs, JudgingRules rules, CaseReconciler reconciler, Clock clock) {
        this.books = books;
        this.inputs = inputs;
        this.rules = rules;
        this.reconciler = reconciler;
        this.clock = clock;
        this.quietEndings = OnceAfterUpgrade.quietEndings(books, "standstill");
    }

    /** Evaluates every device, if that was not done within the last minute. */
    public void step() {
        Instant now = clock.instant();
        if (now.isBefore(evaluatedAt) || !now.isBefore(evaluatedAt.plus(EVERY))) {
            evaluate();
            evaluatedAt = now;
        }
    }

    /** Evaluates every device once. */
    public void evaluate() {
        // Asked before the signs are read: what it vouches for is among them.
        LivenessWindow window = inputs.lag().signs().get();
        if (window.lag() > rules.settings().silence().maxLag()) {
            return;
        }
        rules.refresh(books);
        Instant now = clock.instant();
        Registry registry = inputs.registry().current();
        List<Evaluation> evaluations = books.read(handle -> evaluations(handle, registry, window.until()));
        boolean quiet = quietEndings.pending();
        if (!evaluations.isEmpty()) {
            books.write(tx -> {
                evaluations.forEach(e -> write(tx, e, now, quiet));
                return true;
            });
        }
        quietEndings.done();
    }

    private void write(BooksTx tx, Evaluation e, Instant now, boolean quiet) {
        if (EvaluationWriter.write(tx.handle(), e.key(), List.of(e), now) != null) {
            boolean ends = e.verdict() != null && e.verdict().outcome() == Outcome.UNJUDGED;
            CaseReconciler telling = quiet && ends ? reconciler.quiet() : reconciler;
            telling.reconcile(tx, e.key(), e.policy(), e.from(), now, Verdict::to);
        }
    }

    private List<Evaluation> evaluations(Handle handle, Registry registry, Instant until) {
        Map<String, OpenCase> openCases = OpenCases.of(handle, Case.Rule.DATA_STANDS_STILL);
        List<PointSign> signs = books.ports(handle).live().points();
        Map<String, List<PointSign>> standing = standing(signs, registry, until);
        List<Evaluation> evaluations = new ArrayList<>();
        standing.forEach((id, still) -> {
            if (openCases.remove(id) == null) {
                registry.device(id)
                        .flatMap(d -> raised(handle, registry, d, still, until))
                        .ifPresent(evaluations::add);
            }
        });
        if (!openCases.isEmpty()) {
            Map<String, List<PointSign>> ofDevices = signs.stream().collect(Collectors.groupingBy(PointSign::deviceId));
            openCases.forEach(
                    (id, open) -> over(handle, registry, open.key(), ofDevices.getOrDefault(id, List.of()), until)
                            .ifPresent(evaluations::add));
        }
        return evaluations;
    }

    /** The points whose data stand still and that people are told of, by device. */
    private Map<String, List<PointSign>> standing(List<PointSign> signs, Registry registry, Instant until) {
        Map<String, List<PointSign>> standing = new HashMap<>();
        for (PointSign sign : signs) {
            if (StandstillRule.tells(sign)
                    && isAccepted(registry, sign.deviceId(), until)
                    && stands(registry, sign, until)) {
                standing.computeIfAbsent(sign.deviceId(), d -> new ArrayList<>())
                        .add(sign);
            }
        }
        return standing;
    }

    private static boolean isAccepted(Registry registry, String deviceId, Instant until) {
        return registry.device(deviceId)
                .filter(device -> !device.acceptance().counts(until))
                .isEmpty();
    }

    private boolean stands(Registry registry, PointSign sign, Instant until) {
        return registry.device(sign.deviceId())
                .flatMap(device -> registry.point(sign.pointId())
                        .map(point -> rule(registry, device, until).rule().standsStill(sign, device, point, until)))
                .orElse(false);
    }

    private Optional<Evaluation> raised(
            Handle handle, Registry registry, Device device, List<PointSign> signs, Instant until) {
        CaseKey key = CaseKey.standstill(device.enterpriseId(), device.id());
        Verdict before = latest(handle, key);
        if (before != null && before.outcome() == Outcome.RAISES) {
            return Optional.empty();
        }
        long oldest = signs.stream().mapToLong(PointSign::timeMs).min().orElseThrow();
        return Optional.of(
                evaluation(registry, key, after(Instant.ofEpochMilli(oldest), before), until, Outcome.RAISES));
    }

    /** Newer data have come, or nothing is expected any more. */
    private Optional<Evaluation> over(
            Handle handle, Registry registry, CaseKey key, List<PointSign> signs, Instant until) {
        Verdict before = latest(handle, key);
        if (before == null) {
            return Optional.empty();
        }
        Reason ended = ended(registry, key.subject(), signs, before, until);
        if (ended != null) {
            Verdict voided = SilenceRule.gone(before, ended);
            return Optional.of(Evaluation.of(key, rules.policy(registry, key, until), voided));
        }
        long newestMs = signs.stream().mapToLong(PointSign::timeMs).max().orElse(until.toEpochMilli());
        Instant from = after(Instant.ofEpochMilli(newestMs), before);
        return Optional.of(evaluation(registry, key, from, from, Outcome.CLEARS));
    }

    /** Why nothing is expected any more of what stood still; null if newer data have come. */
    private @Nullable Reason ended(
            Registry registry, String deviceId, List<PointSign> signs, Verdict raised, Instant until) {
        Optional<Device> device = registry.device(deviceId);
        if (device.isEmpty()) {
            return Reason.of(Cause.DEVICE_REMOVED);
        }
        if (!registry.inUse(deviceId, until)) {
            return Reason.of(Cause.DEVICE_ENDED);
        }
        if (!isAccepted(registry, deviceId, until)) {
            return Reason.notAccepted(List.of(deviceId));
        }
        boolean ended = signs.stream().anyMatch(sign -> registry.point(sign.pointId())
                .filter(point -> endedSince(point, raised.to(), until)
                        && rule(registry, device.get(), until).rule().stoodStill(sign, device.get(), point, until))
                .isPresent());
        return ended ? Reason.of(Cause.POINT_ENDED) : null;
    }

    private static boolean endedSince(Point point, Instant from, Instant until) {
        Instant at = point.endedAt();
        return at != null && !at.isBefore(from) && !at.isAfter(until);
    }

    private RulesConfig.Standstill rule(Registry registry, Device device, Instant until) {
        return rules.standstill(RulePlace.of(registry, device), until);
    }

    private Evaluation evaluation(Registry registry, CaseKey key, Instant from, Instant to, Outcome outcome) {
        Phase phase = outcome == Outcome.RAISES ? Phase.CLOSED : Phase.RUNNING;
        Verdict verdict = new Verdict(from, to, phase, outcome, Comparison.NONE, Confidence.FULL, null);
        return Evaluation.of(key, rules.policy(registry, key, to), verdict);
    }

    /** Verdicts follow each other. */
    private static Instant after(Instant at, @Nullable Verdict previous) {
        return previous == null || at.isAfter(previous.from())
                ? at
                : previous.from().plusMillis(1);
    }

    private static @Nullable Verdict latest(Handle handle, CaseKey key) {
        return VerdictTable.latest(handle, key.rule(), key.subject()).orElse(null);
    }
}
