package io.greenpark.dashboards.api;

import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many devices that nobody has registered wait to be claimed; counted anew only where something came or went. */
final class UnknownDeviceCount {
    /** Those whom {@code /quarantine} answers. */
    private static final Set<Role> CLAIMING = Set.of(Role.OFFICER, Role.MAINTAINER, Role.OPERATOR);

    private final Quarantine quarantine;
    private final RegistrySource registry;
    private @Nullable Count counted;

    private record Count(long changes, Registry registry, long devices) {}

    UnknownDeviceCount(Quarantine quarantine, RegistrySource registry) {
        this.quarantine = quarantine;
        this.registry = registry;
    }

    /** Null for whoever does not claim devices of the whole district. */
    @Nullable
    Long of(Viewer viewer) {
        return viewer.scopeOf(CLAIMING).filter(Scope::district).isPresent() ? count() : null;
    }

    @SuppressWarnings("ReferenceEquality") // a registry is a snapshot: another one is another object
    private synchronized long count() {
        Count last = counted;
        long changes = quarantine.changes();
        Registry now = registry.current();
        if (last == null || last.changes() != changes || last.registry() != now) {
            last = new Count(
                    changes,
                    now,
                    quarantine.devices().stream()
                            .filter(d -> d.discard() == null && d.sender().deviceNamed(now, d.deviceId()) == null)
                            .count());
            counted = last;
        }
        return last.devices();
    }
}
