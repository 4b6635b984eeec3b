package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How many devices of each enterprise need somebody's attention. */
final class DeviceCounts {
    /** How old data are changes slowly, and all points of the district are read for it. */
    private static final Duration LATE_FOR = Duration.ofSeconds(20);

    private final ConsoleSources sources;
    private final Clock clock;
    private final Briefly<String, Set<String>> late;

    DeviceCounts(ConsoleSources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
        this.late = new Briefly<>(sources.registry(), clock, LATE_FOR, 1);
    }

    /** Devices in use that are silent by the cases that are open, also such whose messages are all refused; others are absent. */
    Map<String, Integer> silent() {
        Map<String, DeviceStanding> standings = sources.cases().standings();
        return count(sources.registry().current(), d -> {
            DeviceStanding standing = standings.get(d.id());
            return standing != null && standing.isSilent();
        });
    }

    /** Devices in use that send, but whose data stand still or are old; enterprises without one are absent. */
    Map<String, Integer> late() {
        Set<String> ids = late.of("late", registry -> {
            DataAges ages = DataAges.of(sources, clock.instant());
            return registry.facts().devices().stream()
                    .filter(ages::isLate)
                    .map(Device::id)
                    .collect(Collectors.toSet());
        });
        Map<String, DeviceStanding> standings = sources.cases().standings();
        // What is silent, or behind a door that is shut, is told of as that.
        return count(sources.registry().current(), d -> ids.contains(d.id()) && standings.get(d.id()) == null);
    }

    /** What is not accepted shows on its own page, and counts against nobody. */
    private Map<String, Integer> count(Registry registry, Predicate<Device> which) {
        Instant now = clock.instant();
        Map<String, Integer> counts = new HashMap<>();
        for (Device d : registry.facts().devices()) {
            if (which.test(d) && registry.inUse(d.id(), now) && d.acceptance().counts(now)) {
                counts.merge(d.enterpriseId(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
