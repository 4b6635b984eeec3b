package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.rule.Awaited;
import io.greenpark.alerts.rule.SilenceFinding;
import io.greenpark.alerts.rule.SilenceFinding.Limits;
import io.greenpark.alerts.rule.SilenceFinding.OfDevice;
import io.greenpark.alerts.rule.SilenceFinding.OfDoor;
import io.greenpark.alerts.rule.SilenceFinding.OfGateway;
import io.greenpark.alerts.rule.SilenceFinding.Refused;
import io.greenpark.alerts.rule.SilentTogether;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the cases of a silence say beside their verdicts. It may change while they are open: a device begins to send what is
 * refused, another one behind the gateway comes back. Looked at every minute. Used by one thread.
 */
final class SilenceWords {
    private static final Duration EVERY = Duration.ofMinutes(1);
    /** A gateway whose messages are refused is so for each of its devices. */
    private static final int ASKED = 20;

    private final Function<String, Optional<StoredDeadLetter>> refusals;
    private final Map<CaseKey, SilenceFinding> told = new HashMap<>();
    private Instant lookedAt = Instant.MIN;

    SilenceWords(Function<String, Optional<StoredDeadLetter>> refusals) {
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
    }

    private static boolean isOpen(SilenceScene scene, CaseKey key) {
        return switch (key.rule()) {
            case DEVICE_SILENT -> scene.openDevices().containsKey(key.subject());
            case GATEWAY_SILENT -> scene.openGateways().containsKey(key.subject());
            default -> scene.openDoors().containsKey(key.subject());
        };
    }

    private @Nullable SilenceFinding finding(SilenceScene scene, SilenceEvaluation e, Verdict raised) {
        boolean begins = e.verdicts().contains(raised);
        String subject = e.key().subject();
        return switch (e.key().rule()) {
            case DEVICE_SILENT -> ofDevice(scene, subject);
            case GATEWAY_SILENT -> ofGateway(scene, subject, raised, begins);
            default ->
                scene.doors()
                        .named(subject)
                        .map(door -> ofDoor(scene, door, raised, begins))
                        .orElse(null);
        };
    }

    /** The limits of some have yet to expire when the case begins; they are silent all the same. */
    private static List<Awaited> silent(List<Awaited> group, Verdict raised, boolean begins, Instant until) {
        return begins
                ? group.stream()
                        .filter(a -> a.quiet(until) || !a.heardAfter(raised.from()))
                        .toList()
                : SilentTogether.still(group, raised.from(), until);
    }

    private @Nullable OfDevice ofDevice(SilenceScene scene, String id) {
        Awaited awaited = scene.awaited().get(id);
        if (awaited == null) {
            return null;
        }
        SilenceLimit limit = SilenceLimit.of(scene.registry(), awaited.device());
        return new OfDevice(limit, refused(id, awaited.silentSince(), limit, scene.until()));
    }

    private @Nullable OfGateway ofGateway(SilenceScene scene, String gateway, Verdict raised, boolean begins) {
        List<Device> behind = scene.expected().values().stream()
                .filter(d -> gateway.equals(d.gatewayId()))
                .toList();
        List<Awaited> awaited = behind.stream()
                .filter(d -> !scene.openDevices().containsKey(d.id()))
                .flatMap(d -> Optional.ofNullable(scene.awaited().get(d.id())).stream())
                .toList();
        if (awaited.isEmpty()) {
            return null;
        }
        List<Awaited> silent = silent(awaited, raised, begins, scene.until());
        Limits limits = limits(scene.registry(), awaited);
        return new OfGateway(
                behind.size(),
                silent.stream().map(a -> named(a.device())).toList(),
                (int) behind.stream()
                        .filter(d -> scene.openDevices().containsKey(d.id()))
                        .count(),
                limits,
                refusedAt(gateway, silent, raised.from(), limits, scene.until()));
    }

    private @Nullable Refused refusedAt(
            String gateway, List<Awaited> silent, Instant since, Limits limits, Instant until) {
        Refused ofGateway = refused(gateway, since, limits.longest(), until);
        return ofGateway != null
                ? ofGateway
                : silent.stream()
                        .limit(ASKED)
                        .flatMap(a ->
                                Optional.ofNullable(refused(a.device().id(), a.silentSince(), limits.longest(), until))
                                        .stream())
                        .findFirst()
                        .orElse(null);
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

    private static OfDoor ofDoor(SilenceScene scene, ListeningDoor door, Verdict raised, boolean begins) {
        List<Awaited> at = scene.awaited().values().stream()
                .filter(a -> door.name().equals(scene.doorOf(a.device().id())))
                .toList();
        boolean shut = raised.reason() != null;
        int silent = shut ? 0 : silent(at, raised, begins, scene.until()).size();
        return new OfDoor(door.standing().problem(), door.address(), shut ? 0 : at.size(), silent);
    }

    /** What was refused since something was heard last, and not longer ago than it may be silent. */
    private @Nullable Refused refused(String id, Instant silentSince, SilenceLimit limit, Instant until) {
        Instant recent = until.minus(limit.length());
        return refusals.apply(id)
                .map(StoredDeadLetter::letter)
                .filter(letter -> {
                    Instant at = Instant.ofEpochMilli(letter.arrivalMs());
                    return at.isAfter(silentSince) && at.isAfter(recent);
                })
                .map(SilenceWords::refused)
                .orElse(null);
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
