package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseFilter.Handled;
import io.greenpark.alerts.cases.CaseFilter.Span;
import io.greenpark.alerts.cases.CaseFilter.Things;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.cases.CaseSeverity;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which cases a question is about. */
final class AlertFilter {
    static final String[] PARAMETERS = {
        "enterprise",
        "park",
        "scope",
        "state",
        "acknowledged",
        "owner",
        "rule",
        "severity",
        "outlet",
        "point",
        "device",
        "from",
        "to",
        "olderThanDays",
        "stage",
        "level",
        "over",
        "overdue",
        "number"
    };
    private static final int MAX_DAYS = 3_660;

    private final Parks parks;
    private final Instant now;
    private final ZoneId zone;
    private final CaseStaff staff;

    /** @param zone where days begin */
    AlertFilter(Parks parks, CaseStaff staff, Instant now, ZoneId zone) {
        this.staff = staff;
        this.parks = parks;
        this.now = now;
        this.zone = zone;
    }

    CaseFilter of(Question question) {
        return about(question)
                .only(question.choice("scope", Subject.Scope.class).orElse(null))
                .in(question.choice("state", Case.State.class).orElse(null))
                .acknowledged(question.truth("acknowledged").orElse(null))
                .rules(question.choices("rule", Case.Rule.class).orElse(null))
                .severity(question.choice("severity", CaseSeverity.class).orElse(null))
                .things(things(question))
                .raised(raised(question))
                .openSince(openSince(question))
                .owner(owner(question))
                .handled(handled(question));
    }

    /** Mine, nobody's, or those of an account, which only people of the office may ask for. */
    private CaseFilter.@Nullable Owner owner(Question question) {
        return question.text("owner")
                .map(asked -> switch (asked) {
                    case "mine" -> staff.mine(question.viewer());
                    case "none" -> staff.nobodys(question.viewer());
                    default -> {
                        if (!CaseStaff.isStaff(question.viewer())) {
                            throw Parameter.wrong("owner", asked, new Bilingual(" mine 或 none", "mine or none"));
                        }
                        yield CaseFilter.Owner.of(Set.of(asked));
                    }
                })
                .orElse(null);
    }

    /** How far people are; false for overdue is no criterion, since most cases have no term. */
    private @Nullable Handled handled(Question question) {
        Set<HandlingStage> stages =
                question.choices("stage", HandlingStage.class).orElse(null);
        Set<CaseLevel> levels = question.choices("level", CaseLevel.class).orElse(null);
        Boolean over = question.truth("over").orElse(null);
        boolean overdue = question.flag("overdue");
        String number = question.text("number").orElse(null);
        boolean any = stages != null || levels != null || over != null || overdue || number != null;
        return any
                ? HandlingSight.told(new Handled(stages, levels, over, overdue ? now : null, number), question.viewer())
                : null;
    }

    /** Of an enterprise, or of a park as a whole and the enterprises in it. */
    private CaseFilter about(Question question) {
        question.oneOf("enterprise", "park");
        return question.text("enterprise")
                .map(id -> CaseFilter.of(
                        Set.of(Subject.enterprise(parks.enterprise(id).id()))))
                .or(() -> question.text("park").map(id -> CaseFilter.of(parks.within(parks.park(id)))))
                .orElse(CaseFilter.all());
    }

    /** About a device and its points, the points of an outlet, or one point. */
    private @Nullable Things things(Question question) {
        question.oneOf("device", "outlet", "point");
        return question.text("device")
                .map(this::ofSender)
                .or(() -> question.text("outlet").map(id -> of(parks.outlet(id))))
                .or(() -> question.text("point")
                        .map(id -> new Things(Set.of(), Set.of(parks.point(id).id()), Set.of())))
                .orElse(null);
    }

    /** A gateway with the devices behind it, or a device. */
    private Things ofSender(String id) {
        if (parks.registry().gateway(id).isEmpty()) {
            return of(parks.device(id));
        }
        Set<String> devices = new HashSet<>();
        Set<String> points = new HashSet<>();
        for (Device d : parks.registry().facts().devices()) {
            if (id.equals(d.gatewayId())) {
                devices.add(d.id());
                points.addAll(ids(parks.registry().pointsOfDevice(d.id()).values()));
            }
        }
        return new Things(devices, points, Set.of(id));
    }

    private Things of(Device device) {
        return new Things(
                Set.of(device.id()),
                ids(parks.registry().pointsOfDevice(device.id()).values()),
                Set.of());
    }

    private Things of(Outlet outlet) {
        return new Things(
                Set.of(),
                ids(parks.registry().pointsOfEnterprise(outlet.enterpriseId()).stream()
                        .filter(p -> Objects.equals(p.outletId(), outlet.id()))
                        .toList()),
                Set.of());
    }

    private static Set<String> ids(Collection<Point> points) {
        return points.stream().map(Point::id).collect(Collectors.toSet());
    }

    private @Nullable Span raised(Question question) {
        LocalDate from = question.day("from").orElse(null);
        LocalDate to = question.day("to").orElse(null);
        if (from != null && to != null) {
            Dates.requireSpan(from, to, Long.MAX_VALUE, new Bilingual("预警事件", "cases"));
        }
        return from == null && to == null ? null : new Span(start(from), start(to));
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private @Nullable Instant openSince(Question question) {
        return question.text("olderThanDays").isEmpty()
                ? null
                : now.minus(Duration.ofDays(question.integer("olderThanDays", 0, 0, MAX_DAYS)));
    }
}
