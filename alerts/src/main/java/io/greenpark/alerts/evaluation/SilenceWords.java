package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.evaluation.DoorInputs.Refusals;
import io.greenpark.alerts.rule.Awaited;
import io.greenpark.alerts.rule.SilenceFinding;
import io.greenpark.alerts.rule.SilenceFinding.Limits;
import io.greenpark.alerts.rule.SilenceFinding.OfDevice;
import io.greenpark.alerts.rule.SilenceFinding.OfDoor;
import io.greenpark.alerts.rule.SilenceFinding.OfGateway;
import io.greenpark.alerts.rule.SilenceFinding.Refused;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.greenpark.park.live.ListeningDoor;
import io.greenpark.park.live.SilenceLimit;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the cases of a silence say beside their verdicts. It may change while they are open: a device begins to send what is
 * refused, another one behind the gateway comes back. Looked at every minute. Used by one thread.
 */
final class SilenceWords {
    private static final Duration EVERY = Duration.ofMinutes(1);
    /** A gateway whose messages are refused is so for each of its devices. */
    private static final int ASKED = 20;

    private final Refusals refusals;
    private final Map<CaseKey, SilenceFinding> told = new HashMap<>();
    /** The gateway or device whose refused message a gateway's case tells of. */
    private final Map<CaseKey, String> refusedOf = new HashMap<>();

    private Instant lookedAt = Instant.MIN;

    SilenceWords(Refusals refusals) {
        this.refusals = refusals;
    }

    /** What is known of evaluations with a new verdict, and once a minute of the others where it has changed. */
    Map<CaseKey, SilenceFinding> of(SilenceScene scene, List<SilenceEvaluation> evaluations) {
        boolean due = scene.now().isBefore(lookedAt) || !scene.now().isBefore(lookedAt.plus(EVERY));
        Map<CaseKey, SilenceFinding> findings = new HashMap<>();
        for (SilenceEvaluation e : evaluations) {
            boolean isNew = !e.verdicts().isEmpty();
            Verdict raised = e.raised();
            SilenceFinding finding =
                    raised != null && e.expected() && (isNew || due) ? finding(scene, e, raised) : null;
            if (finding != null && (isNew || !finding.equals(told.get(e.key())))) {
                findings.put(e.key(), finding);
            }
        }
        if (due) {
            lookedAt = scene.now();
        }
        return findings;
    }

    /** These findings are in the books. */
    void told(SilenceScene scene, Map<CaseKey, SilenceFinding> findings) {
        told.keySet().removeIf(key -> !isOpen(scene, key));
        told.putAll(findings);
        refusedOf.keySet().retainAll(told.keySet());
    }

    /**
     * Whether the case of a key says that a device does send, and is refused; null where its words are not known. Of the devices of
     * a gateway it says so where the gateway's own messages are refused; else of the one whose are.
     */
    @Nullable
    Boolean saySends(CaseKey key, String device) {
        SilenceFinding said = told.get(key);
        if (said instanceof OfDevice one) {
            return Refused.sends(one.refused());
        }
        if (said instanceof OfGateway gateway) {
            String whose = refusedOf.get(key);
            return Refused.sends(gateway.refused()) && (key.subject().equals(whose) || device.equals(whose));
        }
        return said == null ? null : false;
    }

    private static boolean isOpen(SilenceScene scene, CaseKey key) {
        return switch (key.rule()) {
            case DEVICE_SILENT -> scene.openDevices().containsKey(key.subject());
            case GATEWAY_SILENT -> scene.openGateways().containsKey(key.subject());
            default -> scene.openDoors().containsKey(key.subject());
        };
    }

    private @Nullable SilenceFinding finding(SilenceScene scene, SilenceEvaluation e, Verdict raised) {
        String subject = e.key().subject();
        return switch (e.key().rule()) {
            case DEVICE_SILENT -> ofDevice(scene, subject);
            case GATEWAY_SILENT -> ofGateway(scene, e, raised);
            default ->
                scene.doors()
                        .named(subject)
                        .map(door -> ofDoor(scene, door, e, raised))
                        .orElse(null);
        };
    }

    private @Nullable OfDevice ofDevice(SilenceScene scene, String id) {
        Awaited awaited = scene.awaited().get(id);
        if (awaited == null) {
            return null;
        }
        SilenceLimit limit = SilenceLimit.of(scene.registry(), awaited.device());
        return new OfDevice(
                limit,
                refused(Map.of(id, awaited.silentSince()), limit, scene.until())
                        .map(Letter::refused)
                        .orElse(null));
    }

    private @Nullable OfGateway ofGateway(SilenceScene scene, SilenceEvaluation e, Verdict raised) {
        String gateway = e.key().subject();
        List<Device> behind = scene.expected().values().stream()
                .filter(d -> gateway.equals(d.gatewayId()))
                .toList();
        List<Awaited> awaited = SpokenFor.by(scene, e.key());
        if (awaited.isEmpty()) {
            return null;
        }
        List<Awaited> silent = SpokenFor.silent(scene, e, raised);
        Limits limits = limits(scene.registry(), awaited);
        Optional<Letter> letter = refusedAt(gateway, silent, raised.from(), limits, scene.until());
        letter.ifPresentOrElse(l -> refusedOf.put(e.key(), l.of()), () -> refusedOf.remove(e.key()));
        return new OfGateway(
                behind.size(),
                silent.stream().map(a -> named(a.device())).toList(),
                (int) behind.stream()
                        .filter(d -> scene.openDevices().containsKey(d.id()))
                        .count(),
                limits,
                letter.map(Letter::refused).orElse(null));
    }

    private Optional<Letter> refusedAt(
            String gateway, List<Awaited> silent, Instant since, Limits limits, Instant until) {
        Map<String, Instant> silentSince = new LinkedHashMap<>();
        silentSince.put(gateway, since);
        silent.stream().limit(ASKED).forEach(a -> silentSince.put(a.device().id(), a.silentSince()));
        return refused(silentSince, limits.longest(), until);
    }

    private static Limits limits(Registry registry, List<Awaited> awaited) {
        List<SilenceLimit> limits = awaited.stream()
                .map(a -> SilenceLimit.of(registry, a.device()))
                .sorted(Comparator.comparing(SilenceLimit::length))
                .toList();
        return new Limits(limits.get(0), limits.get(limits.size() - 1));
    }

    private static Bilingual named(Device device) {
        Bilingual name = device.name();
        String id = device.id();
        return new Bilingual(
                name.zh().equals(id) ? id : name.zh() + "（" + id + "）",
                name.en().equals(id) ? id : name.en() + " (" + id + ")");
    }

    private static OfDoor ofDoor(SilenceScene scene, ListeningDoor door, SilenceEvaluation e, Verdict raised) {
        boolean shut = raised.reason() != null;
        int devices = shut ? 0 : SpokenFor.by(scene, e.key()).size();
        int silent = shut ? 0 : SpokenFor.silent(scene, e, raised).size();
        return new OfDoor(door.standing().problem(), door.address(), devices, silent);
    }

    /**
     * What was refused since something was heard last, and not longer ago than it may be silent. What a stranger sent in a name is
     * told only where nothing of their own was refused.
     *
     * @param silentSince by the id of each that could have sent something
     */
    private Optional<Letter> refused(Map<String, Instant> silentSince, SilenceLimit limit, Instant until) {
        Instant recent = until.minus(limit.length());
        return Stream.of(refusals.known(), refusals.strangers())
                .flatMap(newest -> silentSince.entrySet().stream()
                        .flatMap(e -> newest
                                .apply(e.getKey())
                                .filter(letter -> arrivedAfter(letter, Ways.later(e.getValue(), recent)))
                                .map(letter -> new Letter(e.getKey(), refused(letter.letter())))
                                .stream()))
                .findFirst();
    }

    /**
     * A message that was refused.
     *
     * @param of whose it was
     */
    private record Letter(String of, Refused refused) {}

    private static boolean arrivedAfter(StoredDeadLetter stored, Instant at) {
        return Instant.ofEpochMilli(stored.letter().arrivalMs()).isAfter(at);
    }

    private static Refused refused(DeadLetter letter) {
        return new Refused(
                letter.reason(),
                letter.key(),
                letter.excerpt(),
                Instant.ofEpochMilli(letter.arrivalMs()).truncatedTo(ChronoUnit.MINUTES),
                letter.detail(),
                letter.stranger() ? letter.sender() : null);
    }
}
