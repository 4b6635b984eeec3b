package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.cases.OpenCase;
import io.greenpark.alerts.rule.Awaited;
import io.greenpark.alerts.rule.SilenceRule;
import io.greenpark.alerts.rule.SilentTogether;
import io.greenpark.alerts.rule.SilentTogether.Decision;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rulebook.Dependencies;
import io.greenpark.alerts.rulebook.Relation;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.park.live.ListeningDoor;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates doors and gateways, the doors first: where one case speaks for devices, as the rulebook says, none of theirs is raised. A case on trial
 * speaks for nobody.
 */
final class GroupSilence {
    private final Handle handle;
    private final JudgingRules rules;
    private final SilenceScene scene;
    /** The devices that are awaited and have no case of their own, where the case of a door speaks for devices. */
    private final List<Awaited> alone;

    private final Map<String, List<Awaited>> aloneBehind;
    private final List<SilenceEvaluation> evaluations = new ArrayList<>();
    private final Set<String> spokenFor = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private final Set<String> spokenForByDoors = new HashSet<>();
    private final Set<String> heldByDoors = new HashSet<>();
    private final boolean doorsForGateways;
    private final boolean doorsForDevices;
    private final boolean gatewaysForDevices;

    private GroupSilence(Handle handle, JudgingRules rules, SilenceScene scene) {
        this.handle = handle;
        this.rules = rules;
        this.scene = scene;
        Dependencies explains = rules.dependencies(scene.now());
        this.doorsForGateways = explains.explain(Case.Rule.DOOR_SILENT, Case.Rule.GATEWAY_SILENT, Relation.DOOR);
        this.doorsForDevices = explains.explain(Case.Rule.DOOR_SILENT, Case.Rule.DEVICE_SILENT, Relation.DOOR);
        this.gatewaysForDevices = explains.explain(Case.Rule.GATEWAY_SILENT, Case.Rule.DEVICE_SILENT, Relation.GATEWAY);
        this.alone = scene.awaited().values().stream()
                .filter(a -> !doorsForDevices
                        || !scene.openDevices().containsKey(a.device().id()))
                .toList();
        this.aloneBehind = scene.awaited().values().stream()
                .filter(a -> !gatewaysForDevices
                        || !scene.openDevices().containsKey(a.device().id()))
                .filter(a -> a.device().gatewayId() != null)
                .collect(Collectors.groupingBy(Awaited::sender));
    }

    static GroupSilence evaluate(Handle handle, JudgingRules rules, SilenceScene scene) {
        GroupSilence groups = new GroupSilence(handle, rules, scene);
        groups.doors();
        groups.gateways();
        return groups;
    }

    List<SilenceEvaluation> evaluations() {
        return evaluations;
    }

    /** Whether the case of a door or gateway speaks for a device, or may soon. */
    boolean speaksFor(String deviceId) {
        return spokenFor.contains(deviceId) || held.contains(deviceId);
    }

    private void doors() {
        if (scene.doors().all().isEmpty()) {
            return;
        }
        Subject district = Subject.district(scene.registry().facts().districtId());
        RulesConfig.DoorSilence rule = rules.doors(RulePlace.of(scene.registry(), district), scene.until());
        Map<String, OpenCase> open = new HashMap<>(scene.openDoors());
        for (ListeningDoor door : scene.doors().all()) {
            List<Awaited> devices = alone.stream()
                    .filter(a -> door.name().equals(scene.doorOf(a.device().id())))
                    .filter(a -> !doorsForGateways || !scene.openGateways().containsKey(a.sender()))
                    .toList();
            SilencePast past = SilencePast.of(handle, open.remove(door.name()), CaseKey.door(district, door.name()));
            Decision decision = new Door(door, devices, rule).decide(past);
            if (doorsForDevices) {
                speak(rule.policy(), decision, devices, spokenFor, held);
            }
            if (doorsForGateways) {
                speak(rule.policy(), decision, devices, spokenForByDoors, heldByDoors);
            }
            add(past, rule.policy(), decision);
        }
        open.values().forEach(c -> gone(c, rule.policy(), Cause.DOOR_REMOVED));
    }

    /** A door and the devices whose silence would be its own. */
    private final class Door {
        private final ListeningDoor door;
        private final List<Awaited> devices;
        private final RulesConfig.DoorSilence rule;

        Door(ListeningDoor door, List<Awaited> devices, RulesConfig.DoorSilence rule) {
            this.door = door;
            this.devices = devices;
            this.rule = rule;
        }

        Decision decide(SilencePast past) {
            Verdict raised = past.raised();
            Verdict latest = past.latest();
            if (!door.open()) {
                // Of its devices only those can be heard that another door brings, too.
                return new Decision(shut(raised, latest), past.isSilence(), false);
            }
            if (raised == null || latest == null) {
                return rule.together().begin(devices, latest, scene.until());
            }
            if (raised.reason() == null && !devices.isEmpty()) {
                return rule.together().goOn(devices, raised, latest, rule.clearAfter(), scene.until());
            }
            // It is open again, or no longer used.
            Decision silence = rule.together().begin(devices, latest, scene.until());
            Verdict back = SilentTogether.back(latest, door.standing().since(), rule.clearAfter(), scene.now());
            return silence.speaks() ? silence : new Decision(back, false, silence.holds());
        }

        private @Nullable Verdict shut(@Nullable Verdict raised, @Nullable Verdict latest) {
            boolean lasts = raised != null && latest != null && latest.outcome() == Verdict.Outcome.RAISES;
            boolean due = raised != null
                    || !scene.now().isBefore(door.standing().since().plus(rule.after()));
            if (lasts || !due) {
                return null;
            }
            return SilentTogether.raises(SilentTogether.after(door.standing().since(), latest), scene.now())
                    .because(Reason.of(Cause.DOOR_SHUT));
        }
    }

    private void gateways() {
        Map<String, List<Device>> behind = new LinkedHashMap<>();
        for (Device device : scene.expected().values()) {
            String gateway = device.gatewayId();
            if (gateway != null) {
                behind.computeIfAbsent(gateway, g -> new ArrayList<>()).add(device);
            }
        }
        Map<String, OpenCase> open = new HashMap<>(scene.openGateways());
        behind.forEach((gateway, devices) -> gateway(gateway, devices, open.remove(gateway)));
        open.values().forEach(c -> gone(c, policy(c), Cause.GATEWAY_WITHOUT_DEVICES));
    }

    private void gateway(String gateway, List<Device> devices, @Nullable OpenCase open) {
        List<Awaited> alone = aloneBehind.getOrDefault(gateway, List.of()).stream()
                .filter(a -> !spokenForByDoors.contains(a.device().id()))
                .toList();
        boolean none = gatewaysForDevices
                && devices.stream().allMatch(d -> scene.openDevices().containsKey(d.id()));
        if (open != null && none) {
            gone(open, policy(open), Cause.GATEWAY_WITHOUT_DEVICES);
            return;
        }
        // Most gateways have nobody who is overdue: their verdicts need not be read. Nor while it may be their door
        // that is silent.
        if (open == null && alone.stream().filter(a -> a.overdue(scene.until())).allMatch(this::isHeld)) {
            return;
        }
        Subject about = about(scene.registry(), devices);
        RulesConfig.GatewaySilence rule = rules.gateways(RulePlace.of(scene.registry(), about), scene.until());
        SilencePast past = SilencePast.of(handle, open, CaseKey.gateway(about, gateway));
        Verdict raised = past.raised();
        Verdict latest = past.latest();
        Decision decision = raised == null || latest == null
                ? rule.together().begin(alone, latest, scene.until())
                : rule.together().goOn(alone, raised, latest, rule.clearAfter(), scene.until());
        if (gatewaysForDevices) {
            speak(rule.policy(), decision, alone, spokenFor, held);
        }
        add(past, rule.policy(), decision);
    }

    private CasePolicy policy(OpenCase open) {
        return rules.policy(scene.registry(), open.key(), scene.until());
    }

    private boolean isHeld(Awaited awaited) {
        return heldByDoors.contains(awaited.device().id());
    }

    /** Whose case a gateway is that devices share. */
    static Subject about(Registry registry, List<Device> devices) {
        Set<String> enterprises = devices.stream().map(Device::enterpriseId).collect(Collectors.toSet());
        if (enterprises.size() == 1) {
            return Subject.enterprise(enterprises.iterator().next());
        }
        Set<String> parks = enterprises.stream()
                .flatMap(id -> registry.enterprise(id).map(Enterprise::parkId).stream())
                .collect(Collectors.toSet());
        return parks.size() == 1
                ? Subject.park(parks.iterator().next())
                : Subject.district(registry.facts().districtId());
    }

    private void speak(
            CasePolicy policy, Decision decision, List<Awaited> devices, Set<String> spoken, Set<String> mayBe) {
        if (policy.trial()) {
            return;
        }
        if (decision.speaks()) {
            devices.forEach(a -> spoken.add(a.device().id()));
        } else if (decision.holds()) {
            devices.stream()
                    .filter(a -> !a.longOverdue(scene.until()))
                    .forEach(a -> mayBe.add(a.device().id()));
        }
    }

    private void add(SilencePast past, CasePolicy policy, Decision decision) {
        Verdict verdict = decision.verdict();
        if (verdict != null) {
            evaluations.add(SilenceEvaluation.of(past.key(), policy, verdict, past.raised()));
        } else if (past.raised() != null) {
            evaluations.add(new SilenceEvaluation(past.key(), policy, List.of(), past.raised(), true));
        }
    }

    private void gone(OpenCase open, CasePolicy policy, Cause why) {
        evaluations.add(gone(handle, open, policy, Reason.of(why)));
    }

    /** Voids what raised an open case, since nothing is expected of its subject any more. */
    static SilenceEvaluation gone(Handle handle, OpenCase open, CasePolicy policy, Reason why) {
        SilencePast past = SilencePast.of(handle, open, open.key());
        List<Verdict> voided =
                past.raising().stream().map(v -> SilenceRule.gone(v, why)).toList();
        return new SilenceEvaluation(open.key(), policy, voided, past.raised(), false);
    }
}
