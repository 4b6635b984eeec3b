package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
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
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.live.LivenessWindow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Watches for devices that fall silent. Signs of life stand in the books, and while their reader fails or lags
 * behind the log they may be on their way; so devices are judged as of the instant up to which all that had arrived is
 * known. Used by one thread.
 */
public final class SilenceEvaluator {
    private final Books books;
    private final RegistrySource registry;
    private final RulesConfig config;
    private final CaseReconciler reconciler;
    private final Supplier<LivenessWindow> signs;
    private final Clock clock;

    /** @param signs what the live state can vouch for */
    public SilenceEvaluator(
            Books books,
            RegistrySource registry,
            RulesConfig config,
            CaseReconciler reconciler,
            Supplier<LivenessWindow> signs,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.config = config;
        this.reconciler = reconciler;
        this.signs = signs;
        this.clock = clock;
    }

    /** Looks at every device once. */
    public void step() {
        // Asked before the signs are read: what it vouches for is among them.
        LivenessWindow livenessWindow = signs.get();
        if (livenessWindow.lag() > config.silenceMaxLag()) {
            return;
        }
        Instant now = clock.instant();
        Registry current = registry.current();
        List<Evaluation> findings = new ArrayList<>();
        Set<String> unknown = new HashSet<>();
        books.read(handle -> {
            look(handle, current, livenessWindow, findings, unknown);
            return true;
        });
        if (findings.isEmpty() && unknown.isEmpty()) {
            return;
        }
        books.write(tx -> {
            unknown.forEach(device -> tx.handle()
                    .execute(
                            "INSERT INTO alert_device_known (device, known_ms) VALUES (?, ?)"
                                    + " ON CONFLICT (device) DO NOTHING",
                            device,
                            now.toEpochMilli()));
            findings.forEach(f -> settle(tx, f, now));
            return true;
        });
    }

    private void look(
            Handle handle,
            Registry current,
            LivenessWindow livenessWindow,
            List<Evaluation> findings,
            Set<String> unknown) {
        Instant until = livenessWindow.until();
        Map<String, Long> knownMs = known(handle);
        Map<String, Sign> seen = books.ports(handle).live().all();
        Map<String, CaseKey> open = open(handle);
        for (Device device : current.facts().devices()) {
            boolean silent = open.remove(device.id()) != null;
            Long known = knownMs.get(device.id());
            if (known == null) {
                unknown.add(device.id());
                known = clock.millis();
            }
            if (current.inUse(device.id(), until)) {
                Heard heard =
                        new Heard(instant(seen.get(device.id())), Instant.ofEpochMilli(known), livenessWindow.since());
                look(handle, device, heard, silent, until, findings);
            }
        }
        open.values().forEach(key -> gone(handle, key, findings));
    }

    private void look(Handle handle, Device device, Heard heard, boolean open, Instant now, List<Evaluation> findings) {
        Verdict first = SilenceRule.evaluate(heard, device.silenceAfter(), config.silenceClearAfter(), null, now);
        if (first == null && !open) {
            return;
        }
        CaseKey key = key(device.enterpriseId(), device.id());
        Verdict previous =
                VerdictTable.latest(handle, key.rule(), key.subject()).orElse(null);
        Verdict verdict = SilenceRule.evaluate(heard, device.silenceAfter(), config.silenceClearAfter(), previous, now);
        if (verdict != null) {
            findings.add(finding(key, verdict));
        }
    }

    private void gone(Handle handle, CaseKey key, List<Evaluation> findings) {
        VerdictTable.between(handle, key.rule(), key.subject(), 0, Long.MAX_VALUE).stream()
                .filter(v -> v.outcome() == Outcome.RAISES)
                .reduce((a, b) -> b)
                .ifPresent(v -> findings.add(finding(key, SilenceRule.gone(v))));
    }

    private Evaluation finding(CaseKey key, Verdict verdict) {
        return new Evaluation(key, config.silence(), verdict.from(), verdict.phase(), verdict);
    }

    private void settle(BooksTx tx, Evaluation finding, Instant now) {
        if (EvaluationWriter.put(tx.handle(), finding.key(), List.of(finding), now) != null) {
            reconciler.settle(tx, finding.key(), finding.policy(), finding.from(), now, Verdict::to);
        }
    }

    /** A device all of whose points have ended is not expected to speak. */
    private static CaseKey key(String enterprise, String device) {
        return new CaseKey(Case.Rule.DEVICE_SILENT, device, Subject.enterprise(enterprise), null, device);
    }

    private static @Nullable Instant instant(@Nullable Sign sign) {
        return sign == null ? null : Instant.ofEpochMilli(sign.arrivalMs());
    }

    private static Map<String, Long> known(Handle handle) {
        Map<String, Long> known = new HashMap<>();
        handle.createQuery("SELECT device, known_ms FROM alert_device_known")
                .map((row, context) -> Map.entry(row.getString("device"), row.getLong("known_ms")))
                .forEach(e -> known.put(e.getKey(), e.getValue()));
        return known;
    }

    private static Map<String, CaseKey> open(Handle handle) {
        Map<String, CaseKey> open = new HashMap<>();
        handle.createQuery("SELECT subject, enterprise FROM alert_case WHERE rule = 'DEVICE_SILENT' AND state = 'OPEN'")
                .map((row, context) -> key(row.getString("enterprise"), row.getString("subject")))
                .forEach(m -> open.put(m.subject(), m));
        return open;
    }
}
