package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.VerdictTable;
import io.greenpark.alerts.rule.SilenceRule;
import io.greenpark.alerts.rule.SilenceRule.Heard;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.park.live.LiveState.Sign;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.live.LivenessWindow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates which devices are silent. Signs of life are in the books, and while their reader fails or lags behind the log
 * they may be on their way; so devices are evaluated as of the instant up to which all that had arrived is known. Used by
 * one thread.
 */
public final class SilenceEvaluator {
    private final Books books;
    private final RuleInputs inputs;
    private final RulesConfig config;
    private final CaseReconciler reconciler;
    private final Clock clock;

    public SilenceEvaluator(
            Books books, RuleInputs inputs, RulesConfig config, CaseReconciler reconciler, Clock clock) {
        this.books = books;
        this.inputs = inputs;
        this.config = config;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /** Evaluates every device once. */
    public void step() {
        // Asked before the signs are read: what it vouches for is among them.
        LivenessWindow window = inputs.lag().signs().get();
        if (window.lag() > config.silence().maxLag()) {
            return;
        }
        Instant now = clock.instant();
        Registry registry = inputs.registry().current();
        Devices devices = books.read(handle -> evaluate(handle, registry, window, now));
        if (devices.evaluations().isEmpty() && devices.unknown().isEmpty()) {
            return;
        }
        books.write(tx -> {
            devices.unknown().forEach(device -> remember(tx.handle(), device, now));
            devices.evaluations().forEach(e -> write(tx, e, now));
            return true;
        });
    }

    /** @param unknown devices not seen in the registry before */
    private record Devices(List<Evaluation> evaluations, List<String> unknown) {}

    private Devices evaluate(Handle handle, Registry registry, LivenessWindow window, Instant now) {
        Map<String, Long> knownMs = knownMs(handle);
        Map<String, Sign> signs = books.ports(handle).live().all();
        Map<String, CaseKey> openCases = openCases(handle);
        Devices devices = new Devices(new ArrayList<>(), new ArrayList<>());
        for (Device device : registry.facts().devices()) {
            boolean open = openCases.remove(device.id()) != null;
            Long known = knownMs.get(device.id());
            if (known == null) {
                devices.unknown().add(device.id());
            }
            // One of whose points all have ended is not expected to send.
            if (registry.inUse(device.id(), window.until())) {
                Instant knownSince = known == null ? now : Instant.ofEpochMilli(known);
                Heard heard = new Heard(arrival(signs.get(device.id())), knownSince, window.since());
                evaluate(handle, device, heard, open, window.until()).ifPresent(devices.evaluations()::add);
            }
        }
        openCases.values().forEach(key -> gone(handle, key).ifPresent(devices.evaluations()::add));
        return devices;
    }

    private Optional<Evaluation> evaluate(Handle handle, Device device, Heard heard, boolean open, Instant until) {
        // Most devices are neither silent nor have a case: their verdicts need not be read.
        if (!open && verdict(device, heard, null, until) == null) {
            return Optional.empty();
        }
        CaseKey key = CaseKey.silence(device.enterpriseId(), device.id());
        Verdict previous =
                VerdictTable.latest(handle, key.rule(), key.subject()).orElse(null);
        return Optional.ofNullable(verdict(device, heard, previous, until)).map(v -> evaluation(key, v));
    }

    private @Nullable Verdict verdict(Device device, Heard heard, @Nullable Verdict previous, Instant until) {
        return SilenceRule.evaluate(
                heard, device.silenceAfter(), config.silence().clearAfter(), previous, until);
    }

    private Optional<Evaluation> gone(Handle handle, CaseKey key) {
        return VerdictTable.between(handle, key.rule(), key.subject(), 0, Long.MAX_VALUE).stream()
                .filter(v -> v.outcome() == Outcome.RAISES)
                .reduce((a, b) -> b)
                .map(v -> evaluation(key, SilenceRule.gone(v)));
    }

    private Evaluation evaluation(CaseKey key, Verdict verdict) {
        return Evaluation.of(key, config.silence().policy(), verdict);
    }

    private void write(BooksTx tx, Evaluation e, Instant now) {
        if (EvaluationWriter.write(tx.handle(), e.key(), List.of(e), now) != null) {
            reconciler.reconcile(tx, e.key(), e.policy(), e.from(), now, Verdict::to);
        }
    }

    private static @Nullable Instant arrival(@Nullable Sign sign) {
        return sign == null ? null : Instant.ofEpochMilli(sign.arrivalMs());
    }

    private static void remember(Handle handle, String device, Instant now) {
        handle.execute(
                "INSERT INTO alert_device_known (device, known_ms) VALUES (?, ?) ON CONFLICT (device) DO NOTHING",
                device,
                now.toEpochMilli());
    }

    /** Since when the registry knows each device, epoch milliseconds. */
    private static Map<String, Long> knownMs(Handle handle) {
        return handle.createQuery("SELECT device, known_ms FROM alert_device_known")
                .setMapKeyColumn("device")
                .setMapValueColumn("known_ms")
                .collectInto(new GenericType<>() {});
    }

    private static Map<String, CaseKey> openCases(Handle handle) {
        return handle.createQuery(
                        "SELECT subject, enterprise FROM alert_case WHERE rule = 'DEVICE_SILENT' AND state = 'OPEN'")
                .map((row, context) -> CaseKey.silence(row.getString("enterprise"), row.getString("subject")))
                .collect(Collectors.toMap(CaseKey::subject, key -> key));
    }
}
