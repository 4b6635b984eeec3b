package io.greenpark.dashboards.api;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of the district by the names of what lies in it; what the registry does not have any more stands by its id. */
final class ScopeNames {
    private final Registry registry;

    ScopeNames(Registry registry) {
        this.registry = registry;
    }

    Bilingual of(Scope scope) {
        if (scope.district()) {
            return new Bilingual("全区", "whole district");
        }
        List<Bilingual> names = Stream.of(
                        named(scope.parks(), id -> registry.park(id).map(Park::name)),
                        named(scope.enterprises(), id -> registry.enterprise(id).map(Enterprise::name)),
                        named(scope.outlets(), id -> registry.outlet(id).map(this::of)),
                        named(scope.devices(), id -> registry.device(id).map(this::of)))
                .flatMap(Function.identity())
                .toList();
        return new Bilingual(joined(names, Bilingual::zh, "、"), joined(names, Bilingual::en, ", "));
    }

    private static Stream<Bilingual> named(Collection<String> ids, Function<String, Optional<Bilingual>> name) {
        return ids.stream().sorted().map(id -> name.apply(id).orElse(Bilingual.same(id)));
    }

    private static String joined(List<Bilingual> names, Function<Bilingual, String> in, String between) {
        return names.stream().map(in).collect(Collectors.joining(between));
    }

    /** Many have a "stack 1": whose it is goes before. */
    private Bilingual of(Outlet outlet) {
        return ofEnterprise(outlet.enterpriseId(), outlet.name());
    }

    private Bilingual of(Device device) {
        return ofEnterprise(device.enterpriseId(), device.name());
    }

    private Bilingual ofEnterprise(String enterpriseId, Bilingual name) {
        return registry.enterprise(enterpriseId)
                .map(whose -> new Bilingual(
                        whose.name().zh() + " " + name.zh(), whose.name().en() + ", " + name.en()))
                .orElse(name);
    }
}
