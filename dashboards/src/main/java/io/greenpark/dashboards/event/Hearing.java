package io.greenpark.dashboards.event;

import io.greenpark.alerts.cases.Case;
import io.greenpark.dashboards.source.SeenCases;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.viewer.Scope;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** What of all changes one listener hears: of cases and of devices that he would be answered about. */
public final class Hearing {
    private final Predicate<Case> cases;
    private final Function<String, Optional<String>> owner;
    private final boolean quarantine;
    private final Predicate<String> parks;

    private Hearing(
            Predicate<Case> cases,
            Function<String, Optional<String>> owner,
            boolean quarantine,
            Predicate<String> parks) {
        this.cases = cases;
        this.owner = owner;
        this.quarantine = quarantine;
        this.parks = parks;
    }

    /**
     * What somebody hears.
     *
     * @param registry the registry as it is seen with a scope
     * @param cases of which part of the district cases are for the listener; empty for one who is shown none
     * @param devices the same of devices
     */
    public static Hearing of(Function<Scope, RegistrySource> registry, Optional<Scope> cases, Optional<Scope> devices) {
        return new Hearing(
                cases.map(scope -> cases(registry.apply(scope), scope)).orElse(c -> false),
                devices.map(scope -> owners(registry.apply(scope))).orElse(device -> Optional.empty()),
                // What waits lies nowhere; who sees a part looks again by himself.
                devices.filter(Scope::district).isPresent(),
                cases.map(scope -> parks(registry.apply(scope))).orElse(park -> false));
    }

    private static Predicate<Case> cases(RegistrySource registry, Scope scope) {
        if (scope.district()) {
            return c -> true;
        }
        SeenCases seen = new SeenCases(registry, scope);
        return c -> seen.now().takes(c);
    }

    /** Months are closed park by park, and are nothing to who has no park. */
    private static Predicate<String> parks(RegistrySource registry) {
        return park -> registry.current().park(park).isPresent();
    }

    /** A device that is there no more belonged to somebody of the district. */
    private static Function<String, Optional<String>> owners(RegistrySource source) {
        return device -> {
            Registry registry = source.current();
            Optional<String> owner = registry.device(device).map(Device::enterpriseId);
            return owner.isPresent() || registry.isPart() ? owner : Optional.of(device);
        };
    }

    /** Of whom the listener is told that something changed. */
    News of(Changes changes) {
        Set<String> ofCases = new TreeSet<>();
        changes.cases().stream()
                .filter(cases)
                .forEach(c -> ofCases.add(c.about().id()));
        Set<String> ofDevices = new TreeSet<>();
        changes.devices().forEach(device -> owner.apply(device).ifPresent(ofDevices::add));
        Set<String> ofClosings = new TreeSet<>();
        changes.closings().stream().filter(parks).forEach(ofClosings::add);
        return new News(ofCases, ofDevices, quarantine && changes.quarantine(), ofClosings);
    }
}
