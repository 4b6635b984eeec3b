package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.rule.Awaited;
import io.greenpark.alerts.rule.SilentTogether;
import io.greenpark.alerts.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** The devices that the case of a silence speaks for. */
final class SpokenFor {
    private SpokenFor() {}

    /** Those that could be heard: the device itself, those behind a gateway without a case of their own, those of a door. */
    static List<Awaited> by(SilenceScene scene, CaseKey key) {
        String subject = key.subject();
        return switch (key.rule()) {
            case DEVICE_SILENT ->
                Optional.ofNullable(scene.awaited().get(subject)).stream().toList();
            case GATEWAY_SILENT ->
                scene.awaited().values().stream()
                        .filter(a -> subject.equals(a.device().gatewayId()))
                        .filter(a -> !scene.openDevices().containsKey(a.device().id()))
                        .toList();
            default ->
                scene.awaited().values().stream()
                        .filter(a -> subject.equals(scene.doorOf(a.device().id())))
                        .toList();
        };
    }

    /**
     * Those that are silent. The limits of some have yet to expire when the case begins; they are silent all the same.
     *
     * @param raised the newest verdict that raised the case
     */
    static List<Awaited> silent(SilenceScene scene, SilenceEvaluation e, Verdict raised) {
        List<Awaited> group = by(scene, e.key());
        boolean begins = e.verdicts().contains(raised);
        return begins
                ? group.stream()
                        .filter(a -> a.quiet(scene.until()) || !a.heardAfter(raised.from()))
                        .toList()
                : SilentTogether.still(group, raised.from(), scene.until());
    }
}
