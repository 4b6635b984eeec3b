package io.greenpark.alerts.marking;

import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.Optional;

/** What a mark is about: an outlet or a device, a meter say. */
public record MarkTarget(Scope scope, String id) {
    public enum Scope {
        OUTLET,
        DEVICE
    }

    /** Whose it is; empty where the registry does not have it. */
    public Optional<String> enterprise(Registry registry) {
        return switch (scope) {
            case OUTLET -> registry.outlet(id).map(o -> o.enterpriseId());
            case DEVICE -> registry.device(id).map(d -> d.enterpriseId());
        };
    }

    /** What it is called; its id where the registry does not have it. */
    public Bilingual name(Registry registry) {
        Optional<Bilingual> name =
                switch (scope) {
                    case OUTLET -> registry.outlet(id).map(o -> o.name());
                    case DEVICE -> registry.device(id).map(d -> d.name());
                };
        return name.orElse(Bilingual.same(id));
    }

    /** The points it has. */
    public List<Point> points(Registry registry) {
        return enterprise(registry).map(registry::pointsOfEnterprise).orElse(List.of()).stream()
                .filter(this::has)
                .toList();
    }

    private boolean has(Point point) {
        return id.equals(scope == Scope.OUTLET ? point.outletId() : point.deviceId());
    }
}
