package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What decides who is told of a case.
 *
 * @param rule of the case; null where it is about none, as a letter is
 * @param about the enterprise, park or district
 * @param subject of the case, see {@link CaseKey#subject()}; null where it is about none
 * @param device the device it is about; null if it is not about one
 */
record Told(
        Case.@Nullable Rule rule,
        Subject about,
        @Nullable String subject,
        @Nullable String device) {
    static Told of(Case c) {
        return new Told(c.rule(), c.about(), c.subject(), c.deviceId());
    }

    /** The devices it is about. */
    Set<String> devices(Registry registry) {
        if (device != null) {
            return Set.of(device);
        }
        return rule == Case.Rule.GATEWAY_SILENT
                ? registry.facts().devices().stream()
                        .filter(d -> Objects.equals(d.gatewayId(), subject))
                        .map(Device::id)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
