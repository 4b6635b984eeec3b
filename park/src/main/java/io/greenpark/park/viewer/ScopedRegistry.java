package io.greenpark.park.viewer;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Registry.Facts;
import io.greenpark.park.registry.Registry.Surroundings;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The registry as somebody sees it: a district with what is in a scope and nothing else. What is asked of it is answered as in a
 * district that is no larger, so nothing that is not in it can be told from what does not exist. It is cut once for every
 * registry there is. Any thread may call.
 */
public final class ScopedRegistry implements RegistrySource {
    private final RegistrySource whole;
    private final Scope scope;
    private volatile @Nullable Cut latest;

    private record Cut(Registry of, Registry seen) {}

    private ScopedRegistry(RegistrySource whole, Scope scope) {
        this.whole = whole;
        this.scope = scope;
    }

    /** The source cut to a scope; itself where that is all of it. */
    public static RegistrySource of(RegistrySource whole, Scope scope) {
        return scope.district() ? whole : new ScopedRegistry(whole, scope);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a registry is a snapshot: another one is another object
    public Registry current() {
        Registry now = whole.current();
        Cut cut = latest;
        if (cut == null || cut.of != now) {
            cut = new Cut(now, cut(now, scope));
            latest = cut;
        }
        return cut.seen;
    }

    @Override
    public void onChange(Consumer<RegistryChange> listener) {
        throw new UnsupportedOperationException("what one person sees is asked for, nobody is told of its changes");
    }

    /** The part of a registry that lies in a scope. */
    public static Registry cut(Registry registry, Scope scope) {
        if (scope.district()) {
            return registry;
        }
        Facts all = registry.facts();
        List<Enterprise> enterprises = all.enterprises().stream()
                .filter(e -> scope.has(Subject.enterprise(e.id()), registry))
                .toList();
        List<Outlet> outlets =
                all.outlets().stream().filter(o -> scope.has(o, registry)).toList();
        List<Point> points =
                all.points().stream().filter(p -> scope.has(p, registry)).toList();
        List<Device> devices = devices(all, points, registry, scope);
        Set<String> seen = enterprises.stream().map(Enterprise::id).collect(Collectors.toSet());
        Set<String> pointIds = points.stream().map(Point::id).collect(Collectors.toSet());
        Facts facts = new Facts(
                all.district().withoutContacts(),
                all.parks().stream()
                        .filter(p -> scope.has(Subject.park(p.id()), registry))
                        .toList(),
                enterprises,
                outlets,
                gateways(all, devices),
                devices,
                points,
                all.statistics().stream()
                        .filter(s -> seen.contains(s.enterpriseId()))
                        .toList(),
                all.bills().stream()
                        .filter(b -> seen.contains(b.enterpriseId()))
                        .toList(),
                all.coefficientSets(),
                all.targets().stream()
                        .filter(t -> scope.has(t.subject(), registry))
                        .toList(),
                all.limits().stream()
                        .filter(l -> pointIds.contains(l.pointId()))
                        .toList(),
                all.closings().stream()
                        .filter(c -> scope.has(Subject.park(c.parkId()), registry))
                        .toList());
        return new Registry(facts, surroundings(registry, facts));
    }

    /** Those in the scope, and those of points in it: a point without its device says little. */
    private static List<Device> devices(Facts all, List<Point> points, Registry registry, Scope scope) {
        Set<String> measuring = points.stream().map(Point::deviceId).collect(Collectors.toSet());
        return all.devices().stream()
                .filter(d -> measuring.contains(d.id()) || scope.has(d, registry))
                .toList();
    }

    private static List<Gateway> gateways(Facts all, List<Device> devices) {
        Set<String> used =
                devices.stream().map(Device::gatewayId).filter(Objects::nonNull).collect(Collectors.toSet());
        return all.gateways().stream().filter(g -> used.contains(g.id())).toList();
    }

    private static Surroundings surroundings(Registry registry, Facts seen) {
        Set<String> owners = new HashSet<>();
        seen.outlets().forEach(o -> owners.add(o.enterpriseId()));
        seen.devices().forEach(d -> owners.add(d.enterpriseId()));
        Map<String, Enterprise> enterprises = new LinkedHashMap<>();
        registry.facts().enterprises().stream()
                .filter(e -> owners.contains(e.id()))
                .forEach(e -> enterprises.put(e.id(), e.withoutContacts()));
        Map<String, Park> parks = new HashMap<>();
        Stream.concat(seen.enterprises().stream(), enterprises.values().stream())
                .map(registry::parkOf)
                .forEach(p -> parks.put(p.id(), p.withoutContacts()));
        return new Surroundings(parks, enterprises);
    }
}
