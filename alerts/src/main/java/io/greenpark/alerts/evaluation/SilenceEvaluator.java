package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.OpenCase;
import io.greenpark.alerts.evaluation.EvaluationWriter.VerdictChange;
import io.greenpark.alerts.evaluation.SilenceScene.Outset;
import io.greenpark.alerts.rule.Awaited;
import io.greenpark.alerts.rule.SilenceFinding;
import io.greenpark.alerts.rule.SilenceRule;
import io.greenpark.alerts.rule.SilenceRule.Heard;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.park.live.LiveState.Sign;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Device;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.live.LivenessWindow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates which devices are silent, and which gateways and doors. Signs of life are in the books, and while their reader
 * fails or lags behind the log they may be on their way; so devices are evaluated as of the instant up to which all that had
 * arrived is known, and only over time in which the door they use was open. Used by one thread.
 */
public final class SilenceEvaluator {
    /** So that a writing transaction stays well under 50 ms. */
    private static final int PORTION = 100;

    private final Books books;
    private final RuleInputs inputs;
    private final JudgingRules rules;
    private final CaseReconciler reconciler;
    private final Clock clock;
    private final SilenceWords words;
    private final OnceAfterUpgrade quietEndings;
    private final ClearedGroups cleared = new ClearedGroups();

    public SilenceEvaluator(
            Books books, RuleInputs inputs, JudgingRules rules, CaseReconciler reconciler, Clock clock) {
        this.books = books;
        this.inputs = inputs;
        this.rules = rules;
        this.reconciler = reconciler;
        this.clock = clock;
        this.words = new SilenceWords(inputs.doors().refusals());
        this.quietEndings = OnceAfterUpgrade.quietEndings(books, "silence");
    }

    /** What a step found. */
    private record Findings(SilenceScene scene, List<SilenceEvaluation> evaluations) {}

    /** Evaluates every device once. */
    public void step() {
        // In this order, and before the signs are read: until then the doors stood so, and what the window vouches for
        // is
        // among the signs.
        Instant now = clock.instant();
        DoorsInUse doors = new DoorsInUse(inputs.doors().doors().get());
        LivenessWindow window = inputs.lag().signs().get();
        Outset outset = new Outset(inputs.registry().current(), window, doors, now);
        DeviceNotes notes = books.read(handle -> DeviceNotes.read(handle, outset));
        // Since when a device is expected is true whatever has been read of the log.
        notes.write(books);
        if (window.lag() > rules.settings().silence().maxLag()) {
            return;
        }
        rules.refresh(books);
        Findings found = books.read(handle -> {
            cleared.read(handle);
            Map<String, Sign> signs = books.ports(handle).live().all();
            SilenceScene scene = SilenceScene.read(handle, signs, cleared, notes, outset);
            return new Findings(scene, evaluate(handle, scene));
        });
        write(found.scene(), found.evaluations());
    }

    private List<SilenceEvaluation> evaluate(Handle handle, SilenceScene scene) {
        GroupSilence groups = GroupSilence.evaluate(handle, rules, scene);
        List<SilenceEvaluation> evaluations = new ArrayList<>(groups.evaluations());
        for (Awaited awaited : scene.awaited().values()) {
            OpenCase open = scene.openDevices().get(awaited.device().id());
            if (open != null || !groups.speaksFor(awaited.device().id())) {
                device(handle, scene, awaited, open).ifPresent(evaluations::add);
            }
        }
        scene.openDevices().forEach((id, open) -> {
            if (!scene.expected().containsKey(id)) {
                evaluations.add(GroupSilence.gone(
                        handle, open, rules.policy(scene.registry(), open.key(), scene.now()), whyGone(scene, id)));
            }
        });
        return evaluations;
    }

    private static Reason whyGone(SilenceScene scene, String id) {
        if (scene.notes().unaccepted().containsKey(id)) {
            return Reason.notAccepted(List.of(id));
        }
        return Reason.of(scene.registry().device(id).isPresent() ? Cause.DEVICE_ENDED : Cause.DEVICE_REMOVED);
    }

    private Optional<SilenceEvaluation> device(
            Handle handle, SilenceScene scene, Awaited awaited, @Nullable OpenCase open) {
        // Most devices are neither silent nor have a case: their verdicts need not be read.
        if (open == null && !awaited.overdue(scene.until())) {
            return Optional.empty();
        }
        Device device = awaited.device();
        SilencePast past = SilencePast.of(handle, open, CaseKey.silence(device.enterpriseId(), device.id()));
        Verdict raised = past.raised();
        RulesConfig.Silence rule = rules.silence(RulePlace.of(scene.registry(), device), scene.until());
        Verdict verdict = verdict(awaited, rule, past.latest(), scene.until());
        if (verdict != null) {
            return Optional.of(SilenceEvaluation.of(past.key(), rule.policy(), verdict, raised));
        }
        return raised == null
                ? Optional.empty()
                : Optional.of(new SilenceEvaluation(past.key(), rule.policy(), List.of(), raised, true));
    }

    private static @Nullable Verdict verdict(
            Awaited awaited, RulesConfig.Silence rule, @Nullable Verdict previous, Instant until) {
        Heard heard = new Heard(awaited.lastHeard(), awaited.silentSince(), awaited.countedFrom());
        return SilenceRule.evaluate(heard, awaited.device().silenceAfter(), rule.clearAfter(), previous, until);
    }

    private void write(SilenceScene scene, List<SilenceEvaluation> evaluations) {
        boolean quiet = quietEndings.pending();
        Map<CaseKey, SilenceFinding> findings = words.of(scene, evaluations);
        List<SilenceEvaluation> changed = evaluations.stream()
                .filter(e -> !e.verdicts().isEmpty() || findings.containsKey(e.key()))
                .toList();
        for (int i = 0; i < changed.size(); i += PORTION) {
            List<SilenceEvaluation> portion = changed.subList(i, Math.min(changed.size(), i + PORTION));
            books.write(tx -> {
                portion.forEach(e -> write(tx, e, findings.get(e.key()), scene.now(), quiet));
                return true;
            });
            portion.forEach(cleared::written);
        }
        words.told(scene, findings);
        Standings.note(scene, evaluations, words::saySends);
        scene.notes().write(books);
        quietEndings.done();
    }

    private void write(BooksTx tx, SilenceEvaluation e, @Nullable SilenceFinding finding, Instant now, boolean quiet) {
        CaseReconciler telling = quiet && !e.expected() ? reconciler.quiet() : reconciler;
        CaseReconciler knowing = finding == null ? telling : telling.with(finding);
        List<Evaluation> evaluations = e.verdicts().stream()
                .map(v -> Evaluation.of(e.key(), e.policy(), v))
                .toList();
        VerdictChange change =
                evaluations.isEmpty() ? null : EvaluationWriter.write(tx.handle(), e.key(), evaluations, now);
        Verdict raised = e.raised();
        if (change != null) {
            knowing.reconcile(tx, e.key(), e.policy(), change.from(), now, Verdict::to);
        } else if (raised != null && finding != null) {
            knowing.reconcile(tx, e.key(), e.policy(), raised.from(), now, Verdict::to);
        }
    }
}
