package io.greenpark.dashboards.api;

import io.greenpark.accounting.finding.FindingCursor;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The points that a question is about: one, those of an enterprise or of a park, or all. */
final class ChosenPoints {
    /** Of lists about points in use; each narrows what the others leave. */
    static final String[] FILTERS = {"park", "enterprise", "outlet", "device"};

    private final Parks parks;
    private final boolean whole;

    ChosenPoints(Parks parks) {
        this(parks, Scope.DISTRICT);
    }

    /** @param scope what whoever asks sees, as the registry of {@code parks} is cut to */
    ChosenPoints(Parks parks, Scope scope) {
        this.parks = parks;
        this.whole = scope.district();
    }

    /** The points that a question names; null where it names none and is about all there are. */
    @Nullable
    Set<String> of(Question question) {
        question.oneOf("enterprise", "park", "point");
        return question.text("park")
                .map(id -> of(parks.park(id)))
                .or(() ->
                        question.text("point").map(id -> Set.of(parks.point(id).id())))
                .or(() -> question.text("enterprise").map(id -> of(parks.enterprise(id))))
                .orElseGet(this::seen);
    }

    private @Nullable Set<String> seen() {
        return whole
                ? null
                : parks.registry().facts().points().stream().map(Point::id).collect(Collectors.toSet());
    }

    /** The points in use that every filter of a question leaves, in the order of the registry. */
    List<Point> inUse(Question question, Instant now) {
        return matching(question).stream()
                .filter(p -> p.endedAt() == null || p.endedAt().isAfter(now))
                .toList();
    }

    /** The same with those that have ended. */
    List<Point> matching(Question question) {
        Registry registry = parks.registry();
        List<Predicate<Point>> filters = new ArrayList<>();
        question.text("park")
                .map(parks::park)
                .ifPresent(park -> filters.add(p -> registry.enterprise(p.enterpriseId())
                        .map(e -> e.parkId().equals(park.id()))
                        .orElse(false)));
        question.text("enterprise")
                .map(parks::enterprise)
                .ifPresent(e -> filters.add(p -> p.enterpriseId().equals(e.id())));
        question.text("outlet").map(parks::outlet).ifPresent(o -> filters.add(p -> o.id().equals(p.outletId())));
        question.text("point").map(parks::point).ifPresent(one -> filters.add(p -> p.id().equals(one.id())));
        question.text("device").map(parks::device).ifPresent(d -> filters.add(p -> d.id().equals(p.deviceId())));
        return registry.facts().points().stream()
                .filter(p -> filters.stream().allMatch(f -> f.test(p)))
                .toList();
    }

    /** Where the page goes on that was asked for. */
    static @Nullable FindingCursor after(Question question) {
        return question.text("after")
                .map(text -> FindingCursor.parse(text)
                        .orElseThrow(() -> Problem.badRequest(new Bilingual(
                                "参数 \"after\" 的值 \"" + text + "\" 不是某一页的结尾；请原样使用上一页的 \"next\"",
                                "after \"" + text
                                        + "\" is not where a page ends; take \"next\" of the page before, as it is"))))
                .orElse(null);
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

    static JsonObject named(Outlet outlet) {
        return new JsonObject().put("id", outlet.id()).put("name", Json.name(outlet.name()));
    }

    static JsonObject named(Point point) {
        return new JsonObject().put("id", point.id()).put("name", Json.name(point.name()));
    }
}
