package io.greenpark.dashboards.api;

import io.greenpark.dashboards.api.SubjectOverview.Attention;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.objection.desk.ObjectionMarks;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parks, enterprises and outlets: what the registry says of them, and how they stand. */
final class EnterpriseAnswers {
    private final Parks parks;
    private final Scope scope;
    private final SubjectOverview overview;
    private final PointJson points;
    private final ShownObjections objections;
    private final Clock clock;

    EnterpriseAnswers(
            RegistrySource registry, ObjectionMarks marks, Scope scope, SubjectOverview overview, Clock clock) {
        this.parks = new Parks(registry);
        this.objections = new ShownObjections(marks);
        this.scope = scope;
        this.overview = overview;
        this.points = new PointJson(parks, marks, clock);
        this.clock = clock;
    }

    Reply parks(Question question) {
        TableReply.allow(question);
        Attention attention = overview.attention();
        Listing<Park> listing = new Listing<>(
                new Bilingual("园区", "Parks"), SubjectColumns.ofParks(parks.registry(), attention), Park::id, all());
        return new TableReply(question, clock, parks.districtZone())
                .of(
                        listing,
                        "greenpark-parks",
                        new JsonObject().put("district", scope.district() ? districtLine(attention) : null),
                        "parks",
                        page -> Json.array(page, p -> parkLine(p, attention)));
    }

    private List<Park> all() {
        return parks.registry().facts().parks();
    }

    JsonObject district(Question question) {
        question.allow("basis");
        Attention attention = overview.attention();
        return districtLine(attention)
                .put("intensity", overview.intensityWithProgress(parks.district(), question.basis()))
                .put("zone", parks.districtZone().getId())
                .put("parkLines", Json.array(all(), p -> parkLine(p, attention)));
    }

    JsonObject park(Question question) {
        question.allow("basis");
        Park park = parks.park(question.id());
        return parkLine(park, overview.attention())
                .put("intensity", overview.intensityWithProgress(Subject.park(park.id()), question.basis()));
    }

    Reply enterprises(Question question) {
        TableReply.allow(question, "park", "industry", "aboveScale", "polluting", "intensity");
        Attention attention = overview.attention();
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
                SubjectColumns.ofEnterprises(parks.registry(), attention),
                Enterprise::id,
                rows);
        return new TableReply(question, clock, parks.districtZone())
                .of(
                        listing,
                        "greenpark-enterprises",
                        new JsonObject(),
                        "enterprises",
                        page -> lines(
                                page, attention, question.truth("intensity").orElse(true)));
    }

    private JsonArray lines(List<Enterprise> enterprises, Attention attention, boolean withIntensity) {
        Map<Subject, JsonObject> intensities = !withIntensity
                ? Map.of()
                : overview.intensities(enterprises.stream()
                        .map(e -> Subject.enterprise(e.id()))
                        .toList());
        return Json.array(enterprises, e -> enterpriseLine(e, attention, intensities.get(Subject.enterprise(e.id()))));
    }

    JsonObject enterprise(Question question) {
        question.allow("basis");
        Enterprise enterprise = parks.enterprise(question.id());
        Registry registry = parks.registry();
        List<Point> own = registry.pointsOfEnterprise(enterprise.id());
        MarkedThings marked = points.limitsOf(own);
        List<Point> meters = own.stream().filter(p -> p.outletId() == null).toList();
        ZoneId zone = registry.parkOf(enterprise).time().zone();
        JsonObject intensity = overview.intensityWithProgress(Subject.enterprise(enterprise.id()), question.basis());
        return enterpriseLine(enterprise, overview.attention(), intensity)
                .put("zone", zone.getId())
                .put("unaccepted", unaccepted(enterprise.id()))
                .put("performanceClasses", objections.classes(enterprise))
                .put("meters", Json.array(meters, point -> points.point(point, marked)))
                .put(
                        "outlets",
                        Json.array(
                                registry.outletsOfEnterprise(enterprise.id()),
                                outlet -> outletPoints(outlet, ofOutlet(outlet), marked)));
    }

    private long unaccepted(String enterprise) {
        return parks.registry().facts().devices().stream()
                .filter(d -> d.enterpriseId().equals(enterprise))
                .filter(d -> d.acceptance().waitingSince().isPresent())
                .count();
    }

    JsonObject outlet(Question question) {
        question.allow();
        Outlet outlet = parks.outlet(question.id());
        List<Point> own = ofOutlet(outlet);
        return outletPoints(outlet, own, points.limitsOf(own))
                .put("enterprise", parks.named(outlet.enterpriseId()))
                .put("zone", parks.zoneOf(outlet.enterpriseId()).getId());
    }

    private List<Point> ofOutlet(Outlet outlet) {
        return parks.registry().pointsOfEnterprise(outlet.enterpriseId()).stream()
                .filter(p -> Objects.equals(outlet.id(), p.outletId()))
                .toList();
    }

    private JsonObject outletPoints(Outlet outlet, List<Point> own, MarkedThings marked) {
        return new JsonObject()
                .put("id", outlet.id())
                .put("name", Json.name(outlet.name()))
                .put("medium", outlet.medium().name())
                .put("standing", outlet.standing().name())
                .put("code", outlet.code())
                .put("permit", outlet.permit())
                .put("points", Json.array(own, point -> points.point(point, marked)));
    }

    private JsonObject parkLine(Park park, Attention attention) {
        List<Enterprise> members = parks.registry().enterprisesOfPark(park.id());
        JsonObject line = new JsonObject()
                .put("id", park.id())
                .put("name", Json.name(park.name()))
                .put("zone", park.time().zone().getId())
                .put("enterprises", members.size());
        return attention
                .putTo(line, Subject.park(park.id()), parks.registry())
                .put("intensity", overview.intensity(Subject.park(park.id())));
    }

    /** The district as a whole, with what stands open in all of it. */
    private JsonObject districtLine(Attention attention) {
        Registry registry = parks.registry();
        Subject district = parks.district();
        JsonObject line = parks.named(district)
                .put("parks", registry.facts().parks().size())
                .put("enterprises", registry.facts().enterprises().size());
        return attention.putTo(line, district, registry).put("intensity", overview.intensity(district));
    }

    private JsonObject enterpriseLine(Enterprise e, Attention attention, @Nullable JsonObject intensity) {
        Park park = parks.registry().parkOf(e);
        JsonObject line = new JsonObject()
                .put("id", e.id())
                .put("name", Json.name(e.name()))
                .put("park", new JsonObject().put("id", park.id()).put("name", Json.name(park.name())))
                .put("industry", e.industry())
                .put("aboveScale", e.aboveScale())
                .put("polluting", e.polluting());
        return attention
                .putTo(line, Subject.enterprise(e.id()), parks.registry())
                .put("intensity", intensity);
    }
}
