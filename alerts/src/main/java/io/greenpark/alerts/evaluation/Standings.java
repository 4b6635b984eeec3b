package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.alerts.rule.Awaited;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How every device stands after a look: as the cases say that are open now, so that no page says anything else; of what
 * is not accepted there are none, and its page says what they would. */
final class Standings {
    private final SilenceScene scene;
    private final BiFunction<CaseKey, String, @Nullable Boolean> saysSends;
    private final Map<String, DeviceStanding> silent = new HashMap<>();

    private Standings(SilenceScene scene, BiFunction<CaseKey, String, @Nullable Boolean> saysSends) {
        this.scene = scene;
        this.saysSends = saysSends;
    }

    /** @param saysSends whether a case says of a device that it does send; null where that is not known */
    static void note(
            SilenceScene scene,
            List<SilenceEvaluation> evaluations,
            BiFunction<CaseKey, String, @Nullable Boolean> saysSends) {
        Standings standings = new Standings(scene, saysSends);
        evaluations.forEach(standings::add);
        scene.expected().keySet().forEach(id -> scene.notes().stands(id, standings.of(id)));
        scene.notes().unaccepted().keySet().forEach(id -> scene.notes()
                .stands(id, scene.isSilentUntold(id) ? DeviceStanding.SILENT : null));
    }

    private void add(SilenceEvaluation e) {
        Verdict raised = e.raised();
        boolean over = e.verdicts().stream().anyMatch(v -> v.outcome() == Outcome.CLEARS);
        // A door that is shut says nothing of its devices, and the case of a group on trial leaves each its own.
        if (raised == null || over || !e.expected() || raised.reason() != null) {
            return;
        }
        boolean ofGroup = e.key().deviceId() == null;
        if (ofGroup && e.policy().trial()) {
            return;
        }
        for (Awaited awaited : SpokenFor.silent(scene, e, raised)) {
            String id = awaited.device().id();
            silent.merge(id, standing(id, e.key()), (one, other) -> ofGroup ? one : other);
        }
    }

    private DeviceStanding standing(String id, CaseKey key) {
        Boolean sends = saysSends.apply(key, id);
        boolean refused = sends == null ? before(id) == DeviceStanding.REFUSED : sends;
        return refused ? DeviceStanding.REFUSED : DeviceStanding.SILENT;
    }

    private @Nullable DeviceStanding of(String id) {
        return scene.awaited().containsKey(id) ? silent.get(id) : unheard(id);
    }

    /** Nothing new is known of a device that cannot be heard: what an open case said of it still holds. */
    private @Nullable DeviceStanding unheard(String id) {
        DeviceStanding before = before(id);
        boolean silentBefore = before != null && before.isSilent();
        if (scene.openDevices().containsKey(id)) {
            return silentBefore ? before : DeviceStanding.SILENT;
        }
        if (silentBefore && scene.openGateways().containsKey(gatewayOf(id))) {
            return before;
        }
        return scene.isShutOut(id) ? DeviceStanding.DOOR_SHUT : null;
    }

    private @Nullable DeviceStanding before(String id) {
        return scene.notes().of(id).standing();
    }

    private String gatewayOf(String id) {
        return String.valueOf(scene.notes().device(id).gatewayId());
    }
}
