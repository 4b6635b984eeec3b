package io.greenpark.dashboards.api;

import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Parks, enterprises and outlets: what the registry says of them, and how they stand. */
final class EnterpriseAnswers {
    private final Parks parks;
    private final SubjectOverview overview;
    private final PointJson points;
    private final Clock clock;

    EnterpriseAnswers(RegistrySource registry, SubjectOverview overview, Clock clock) {
        this.parks = new Parks(registry);
        this.overview = overview;
        this.points = new PointJson(parks, clock);
        this.clock = clock;
    }

    Reply parks(Question question) {
        TableReply.allow(question);
        Counts counts = counts();
        Listing<Park> listing = new Listing<>(
                new Bilingual("园区", "Parks"), SubjectColumns.ofParks(parks.registry(), counts), Park::id, all());
        return new TableReply(question, clock, parks.districtZone())
                .of(
                        listing,
                        "greenpark-parks",
                        new JsonObject().put("district", districtLine(counts)),
                        "parks",
                        page -> Json.array(page, p -> parkLine(p, counts)));
    }

    private List<Park> all() {
        return parks.registry().facts().parks();
    }

    JsonObject district(Question question) {
        question.allow();
        Counts counts = counts();
        return districtLine(counts)
                .put("zone", parks.districtZone().getId())
                .put("parkLines", Json.array(all(), p -> parkLine(p, counts)));
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

    Reply enterprises(Question question) {
        TableReply.allow(question, "park", "industry", "aboveScale", "polluting");
        Counts counts = counts();
        Optional<String> park = question.text("park").map(id -> parks.park(id).id());
        Optional<String> industry = question.text("industry");
        Optional<Boolean> aboveScale = question.truth("aboveScale");
        Optional<Boolean> polluting = question.truth("polluting");
        List<Enterprise> rows = parks.registry().facts().enterprises().stream()
                .filter(e -> park.isEmpty() || e.parkId().equals(park.get()))
                .filter(e -> industry.isEmpty() || e.industry().equals(industry.get()))
                .filter(e -> aboveScale.isEmpty() || e.aboveScale() == aboveScale.get())
                .filter(e -> polluting.isEmpty() || e.polluting() == polluting.get())
                .toList();
        Listing<Enterprise> listing = new Listing<>(
                new Bilingual("企业", "Enterprises"),
                SubjectColumns.ofEnterprises(parks.registry(), counts),
                Enterprise::id,
                rows);
        return new TableReply(question, clock, parks.districtZone())
                .of(
                        listing,
                        "greenpark-enterprises",
                        new JsonObject(),
                        "enterprises",
                        page -> Json.array(page, e -> enterpriseLine(e, counts)));
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

    /**
     * What stands open at present.
     *
     * @param openCases by whom they are about
     * @param silentDevices by enterprise
     */
    record Counts(Map<Subject, Integer> openCases, Map<String, Integer> silentDevices) {
        /** Of an enterprise. */
        int casesOf(Enterprise e) {
            return openCases.getOrDefault(Subject.enterprise(e.id()), 0);
        }

        int silentOf(Enterprise e) {
            return silentDevices.getOrDefault(e.id(), 0);
        }

        /** Of a park as a whole and of the enterprises in it. */
        int casesOf(Park park, Registry registry) {
            return openCases.getOrDefault(Subject.park(park.id()), 0)
                    + registry.enterprisesOfPark(park.id()).stream()
                            .mapToInt(this::casesOf)
                            .sum();
        }

        int silentOf(Park park, Registry registry) {
            return registry.enterprisesOfPark(park.id()).stream()
                    .mapToInt(this::silentOf)
                    .sum();
        }
    }

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
                .put("openCases", counts.casesOf(park, parks.registry()))
                .put("silentDevices", counts.silentOf(park, parks.registry()))
                .put(
                        "intensity",
                        overview.intensity(Subject.park(park.id()), park.time().zone()));
    }

    /** The district as a whole: its cases are those about none of its parks or enterprises alone. */
    private JsonObject districtLine(Counts counts) {
        Registry registry = parks.registry();
        Subject district = parks.district();
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
                .put("openCases", counts.casesOf(e))
                .put("silentDevices", counts.silentOf(e))
                .put(
                        "intensity",
                        overview.intensity(
                                Subject.enterprise(e.id()), park.time().zone()));
    }
}
