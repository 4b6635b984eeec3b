package io.greenpark.dashboards.api;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Parks, enterprises and outlets: what the registry says of them, and how they stand. */
final class EnterpriseAnswers {
    private final Parks parks;
    private final SubjectOverview overview;
    private final PointJson points;

    EnterpriseAnswers(RegistrySource registry, SubjectOverview overview, Clock clock) {
        this.parks = new Parks(registry);
        this.overview = overview;
        this.points = new PointJson(parks, clock);
    }

    JsonObject parks(Question question) {
        question.allow();
        Counts counts = counts();
        return new JsonObject()
                .put("parks", Json.array(parks.registry().facts().parks(), p -> parkLine(p, counts)))
                .put("district", districtLine(counts));
    }

    JsonObject park(Question question) {
        question.allow();
        Park park = parks.park(question.id());
        return parkLine(park, counts())
                .put(
                        "intensity",
                        overview.intensityWithProgress(
                                Subject.park(park.id()), park.time().zone()));
    }

    JsonObject enterprises(Question question) {
        question.allow();
        Counts counts = counts();
        return new JsonObject()
                .put("enterprises", Json.array(parks.registry().facts().enterprises(), e -> enterpriseLine(e, counts)));
    }

    JsonObject enterprise(Question question) {
        question.allow();
        Enterprise enterprise = parks.enterprise(question.id());
        Registry registry = parks.registry();
        List<Point> meters = registry.pointsOfEnterprise(enterprise.id()).stream()
                .filter(p -> p.outletId() == null)
                .toList();
        ZoneId zone = registry.parkOf(enterprise).time().zone();
        return enterpriseLine(enterprise, counts())
                .put("intensity", overview.intensityWithProgress(Subject.enterprise(enterprise.id()), zone))
                .put("zone", zone.getId())
                .put("meters", Json.array(meters, points::point))
                .put("outlets", Json.array(registry.outletsOfEnterprise(enterprise.id()), this::outletPoints));
    }

    JsonObject outlet(Question question) {
        question.allow();
        Outlet outlet = parks.outlet(question.id());
        return outletPoints(outlet)
                .put("enterprise", parks.named(outlet.enterpriseId()))
                .put("zone", parks.zoneOf(outlet.enterpriseId()).getId());
    }

    private JsonObject outletPoints(Outlet outlet) {
        List<Point> own = parks.registry().pointsOfEnterprise(outlet.enterpriseId()).stream()
                .filter(p -> Objects.equals(outlet.id(), p.outletId()))
                .toList();
        return new JsonObject()
                .put("id", outlet.id())
                .put("name", Json.name(outlet.name()))
                .put("medium", outlet.medium().name())
                .put("standing", outlet.standing().name())
                .put("code", outlet.code())
                .put("permit", outlet.permit())
                .put("points", Json.array(own, points::point));
    }

    private record Counts(Map<Subject, Integer> openCases, Map<String, Integer> silentDevices) {}

    private Counts counts() {
        return new Counts(overview.openCases(), overview.silentDevices());
    }

    private JsonObject parkLine(Park park, Counts counts) {
        List<Enterprise> members = parks.registry().enterprisesOfPark(park.id());
        return new JsonObject()
                .put("id", park.id())
                .put("name", Json.name(park.name()))
                .put("zone", park.time().zone().getId())
                .put("enterprises", members.size())
                .put(
                        "openCases",
                        parks.within(park).stream()
                                .mapToInt(s -> counts.openCases.getOrDefault(s, 0))
                                .sum())
                .put(
                        "silentDevices",
                        members.stream()
                                .mapToInt(e -> counts.silentDevices.getOrDefault(e.id(), 0))
                                .sum())
                .put(
                        "intensity",
                        overview.intensity(Subject.park(park.id()), park.time().zone()));
    }

    /** The district as a whole: its cases are those about none of its parks or enterprises alone. */
    private JsonObject districtLine(Counts counts) {
        Registry registry = parks.registry();
        Subject district = Subject.district(registry.facts().districtId());
        return parks.named(district)
                .put("parks", registry.facts().parks().size())
                .put("enterprises", registry.facts().enterprises().size())
                .put("openCases", counts.openCases.getOrDefault(district, 0))
                .put(
                        "intensity",
                        overview.intensity(district, district.time(registry).zone()));
    }

    private JsonObject enterpriseLine(Enterprise e, Counts counts) {
        Park park = parks.registry().parkOf(e);
        return new JsonObject()
                .put("id", e.id())
                .put("name", Json.name(e.name()))
                .put("park", new JsonObject().put("id", park.id()).put("name", Json.name(park.name())))
                .put("industry", e.industry())
                .put("aboveScale", e.aboveScale())
                .put("polluting", e.polluting())
                .put("openCases", counts.openCases.getOrDefault(Subject.enterprise(e.id()), 0))
                .put("silentDevices", counts.silentDevices.getOrDefault(e.id(), 0))
                .put(
                        "intensity",
                        overview.intensity(
                                Subject.enterprise(e.id()), park.time().zone()));
    }
}
