package io.greenpark.park.viewer;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The part of the district that somebody sees, by ids. Asked with the registry as it is: who sees a park sees an enterprise that
 * moves into it.
 *
 * @param district whether it is all of it
 * @param parks parks as a whole, with all that is in them
 * @param enterprises enterprises with all that is theirs
 * @param outlets single outlets with their points
 * @param devices single devices with their points
 */
public record Scope(
        boolean district, Set<String> parks, Set<String> enterprises, Set<String> outlets, Set<String> devices) {
    /** All there is. */
    public static final Scope DISTRICT = new Scope(true, Set.of(), Set.of(), Set.of(), Set.of());

    public Scope {
        parks = Set.copyOf(parks);
        enterprises = Set.copyOf(enterprises);
        outlets = Set.copyOf(outlets);
        devices = Set.copyOf(devices);
    }

    /** These parks. */
    public static Scope parks(Set<String> ids) {
        return new Scope(false, ids, Set.of(), Set.of(), Set.of());
    }

    /** These enterprises. */
    public static Scope enterprises(Set<String> ids) {
        return new Scope(false, Set.of(), ids, Set.of(), Set.of());
    }

    /** These outlets, of whatever enterprise. */
    public static Scope outlets(Set<String> ids) {
        return new Scope(false, Set.of(), Set.of(), ids, Set.of());
    }

    /** These devices, of whatever enterprise. */
    public static Scope devices(Set<String> ids) {
        return new Scope(false, Set.of(), Set.of(), Set.of(), ids);
    }

    /** This and another one. */
    public Scope and(Scope other) {
        return new Scope(
                district || other.district,
                union(parks, other.parks),
                union(enterprises, other.enterprises),
                union(outlets, other.outlets),
                union(devices, other.devices));
    }

    /** What of this is named by another one, too, or lies in all of the district. */
    public Scope within(Scope other) {
        if (other.district) {
            return this;
        }
        return district
                ? other
                : new Scope(
                        false,
                        both(parks, other.parks),
                        both(enterprises, other.enterprises),
                        both(outlets, other.outlets),
                        both(devices, other.devices));
    }

    /** Whether all of another one is in this, as far as the registry knows it. */
    public boolean covers(Scope other, Registry registry) {
        return district
                || !other.district
                        && parks.containsAll(other.parks)
                        && other.enterprises.stream().allMatch(id -> has(Subject.enterprise(id), registry))
                        && other.outlets.stream().allMatch(id -> hasOutlet(id, registry))
                        && other.devices.stream().allMatch(id -> hasDevice(id, registry));
    }

    private boolean hasOutlet(String id, Registry registry) {
        return outlets.contains(id)
                || registry.outlet(id).filter(o -> has(o, registry)).isPresent();
    }

    private boolean hasDevice(String id, Registry registry) {
        return devices.contains(id)
                || registry.device(id).filter(d -> has(d, registry)).isPresent();
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return !district && parks.isEmpty() && enterprises.isEmpty() && outlets.isEmpty() && devices.isEmpty();
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Whether the figures of a subject as a whole are in it. */
    public boolean has(Subject subject, Registry registry) {
        return switch (subject.scope()) {
            case DISTRICT -> district;
            case PARK -> district || parks.contains(subject.id());
            case ENTERPRISE ->
                district
                        || enterprises.contains(subject.id())
                        || registry.enterprise(subject.id())
                                .map(Enterprise::parkId)
                                .filter(parks::contains)
                                .isPresent();
        };
    }

    public boolean has(Outlet outlet, Registry registry) {
        return outlets.contains(outlet.id()) || has(Subject.enterprise(outlet.enterpriseId()), registry);
    }

    public boolean has(Device device, Registry registry) {
        return devices.contains(device.id()) || has(Subject.enterprise(device.enterpriseId()), registry);
    }

    /**
     * Whether a gateway is in it: whoever has its secrets publishes for all devices behind it, so every one of them must be. One that serves
     * none yet lies nowhere.
     */
    public boolean hasGateway(String id, Registry registry) {
        return district
                || registry.facts().devices().stream().anyMatch(d -> id.equals(d.gatewayId()))
                        && registry.facts().devices().stream()
                                .filter(d -> id.equals(d.gatewayId()))
                                .allMatch(d -> has(d, registry));
    }

    public boolean has(Point point, Registry registry) {
        return devices.contains(point.deviceId())
                || Optional.ofNullable(point.outletId())
                        .filter(outlets::contains)
                        .isPresent()
                || has(Subject.enterprise(point.enterpriseId()), registry);
    }
}
