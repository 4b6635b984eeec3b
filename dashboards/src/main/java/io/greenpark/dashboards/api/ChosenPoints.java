package io.greenpark.dashboards.api;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The points that a question is about: one, those of an enterprise or of a park, or all. */
final class ChosenPoints {
    private final Parks parks;

    ChosenPoints(Parks parks) {
        this.parks = parks;
    }

    /** What is kept about the points that a question names, of those the registry has. */
    <T> List<T> among(
            Question question, Function<@Nullable Collection<String>, List<T>> load, Function<T, String> pointOf) {
        Optional<String> park = question.text("park");
        List<String> named = Stream.of("enterprise", "park", "point")
                .filter(name -> question.text(name).isPresent())
                .toList();
        if (named.size() > 1) {
            throw Problem.badRequest(
                    "parameters " + String.join(" and ", named) + " stand side by side; give one of them");
        }
        if (park.isPresent()) {
            // Those of a park may be more than a query takes.
            Set<String> within = of(parks.park(park.get()));
            return load.apply(null).stream()
                    .filter(row -> within.contains(pointOf.apply(row)))
                    .toList();
        }
        return load.apply(few(question)).stream()
                .filter(row -> parks.registry().point(pointOf.apply(row)).isPresent())
                .toList();
    }

    private @Nullable Collection<String> few(Question question) {
        Optional<String> point = question.text("point");
        if (point.isPresent()) {
            return List.of(parks.point(point.get()).id());
        }
        return question.text("enterprise").map(id -> of(parks.enterprise(id))).orElse(null);
    }

    private Set<String> of(Enterprise enterprise) {
        return parks.registry().pointsOfEnterprise(enterprise.id()).stream()
                .map(Point::id)
                .collect(Collectors.toSet());
    }

    private Set<String> of(Park park) {
        return parks.registry().enterprisesOfPark(park.id()).stream()
                .flatMap(e -> of(e).stream())
                .collect(Collectors.toSet());
    }

    static JsonObject named(Point point) {
        return new JsonObject().put("id", point.id()).put("name", Json.name(point.name()));
    }
}
