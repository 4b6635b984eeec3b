package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import java.util.List;
import java.util.Optional;

/** Whose figures: those of an enterprise, or the sum over the enterprises of a park or of the district. */
public record Subject(Scope scope, String id) {
    public enum Scope {
        ENTERPRISE,
        PARK,
        DISTRICT
    }

    public static Subject enterprise(String id) {
        return new Subject(Scope.ENTERPRISE, id);
    }

    public static Subject park(String id) {
        return new Subject(Scope.PARK, id);
    }

    public static Subject district(String id) {
        return new Subject(Scope.DISTRICT, id);
    }

    /** The enterprises whose accounts add up to this one; empty if the registry has no such subject. */
    public List<String> enterprises(Registry registry) {
        return switch (scope) {
            case ENTERPRISE ->
                registry.enterprise(id).map(Enterprise::id).stream().toList();
            case PARK ->
                registry.enterprisesOfPark(id).stream().map(Enterprise::id).toList();
            case DISTRICT ->
                registry.facts().districtId().equals(id)
                        ? registry.facts().enterprises().stream()
                                .map(Enterprise::id)
                                .toList()
                        : List.of();
        };
    }

    /** What people call it; the id where the registry no longer has it. */
    public Bilingual name(Registry registry) {
        return registry.nameOf(this).orElse(Bilingual.same(id));
    }

    /** The calendar its periods follow; the district follows its first park's. */
    public ParkTime time(Registry registry) {
        Optional<Park> park =
                switch (scope) {
                    case ENTERPRISE -> registry.enterprise(id).map(registry::parkOf);
                    case PARK -> registry.park(id);
                    case DISTRICT -> registry.facts().parks().stream().findFirst();
                };
        return park.map(Park::time).orElse(ParkTime.shanghai());
    }
}
