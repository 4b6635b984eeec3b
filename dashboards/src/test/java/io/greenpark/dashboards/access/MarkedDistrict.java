package io.greenpark.dashboards.access;

import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Registry.Facts;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.viewer.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sample's district, in which every enterprise has figures that occur nowhere else, and the same as if only a part of it were there. */
final class MarkedDistrict {
    private MarkedDistrict() {}

    static Registry whole() {
        Facts f = SampleDistrict.registry().facts();
        List<String> enterprises = f.enterprises().stream().map(Enterprise::id).toList();
        return of(
                f,
                f.enterprises().stream()
                        .map(e -> marked(e, enterprises.indexOf(e.id())))
                        .toList(),
                f.outlets(),
                f.devices(),
                f.points(),
                f.statistics().stream()
                        .map(s -> marked(s, enterprises.indexOf(s.enterpriseId())))
                        .toList(),
                f.targets().stream()
                        .map(t -> marked(t, enterprises.indexOf(t.subject().id())))
                        .toList(),
                f.limits().stream().map(l -> marked(l, f.limits().indexOf(l))).toList());
    }

    /** With somebody to be told, whose number is nobody else's. */
    private static Enterprise marked(Enterprise e, int number) {
        Contact li = new Contact("Li", null, null, "1380013" + (8_000 + number), Locale.ENGLISH);
        return new Enterprise(
                e.id(), e.parkId(), e.name(), e.industry(), e.aboveScale(), e.polluting(), List.of(li), e.file());
    }

    private static MonthlyStatistic marked(MonthlyStatistic s, int enterprise) {
        int month = s.month().getYear() * 12 + s.month().getMonthValue();
        return new MonthlyStatistic(
                s.enterpriseId(),
                s.month(),
                plus(s.ivaCny(), enterprise * 10_007L + month % 100 * 101L),
                plus(s.outputCny(), enterprise * 100_003L + month % 100 * 211L),
                s.status(),
                s.source(),
                s.allowedUse(),
                s.useStated());
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal figure, long more) {
        return figure == null ? null : figure.add(BigDecimal.valueOf(more));
    }

    private static Target marked(Target t, int enterprise) {
        return new Target(
                t.id(),
                t.subject(),
                t.yearlyChangePercent().subtract(BigDecimal.valueOf(100_037L + enterprise, 7)),
                t.baseYear(),
                t.fromYear(),
                t.toYear(),
                t.basis(),
                t.source(),
                t.sourceZh());
    }

    private static Limit marked(Limit l, int number) {
        return new Limit(
                l.id(),
                l.pointId(),
                l.averaging(),
                l.upper() == null ? null : l.upper().add(BigDecimal.valueOf(100_003L + number, 7)),
                l.lower(),
                l.unit(),
                l.warnFraction(),
                l.source(),
                l.confirmed(),
                l.validFrom(),
                l.validTo(),
                l.terms());
    }

    /**
     * Only what lies in a scope, with the parks and enterprises that it lies in: made here by reading the facts, and not by what the product
     * cuts a registry with.
     */
    static Registry reducedTo(Scope scope, Registry whole) {
        Facts f = whole.facts();
        Set<String> enterprises = f.enterprises().stream()
                .filter(e -> scope.parks().contains(e.parkId())
                        || scope.enterprises().contains(e.id()))
                .map(Enterprise::id)
                .collect(Collectors.toSet());
        List<Outlet> outlets = f.outlets().stream()
                .filter(o -> enterprises.contains(o.enterpriseId())
                        || scope.outlets().contains(o.id()))
                .toList();
        Set<String> outletIds = outlets.stream().map(Outlet::id).collect(Collectors.toSet());
        List<Point> points = f.points().stream()
                .filter(p -> enterprises.contains(p.enterpriseId())
                        || p.outletId() != null && outletIds.contains(p.outletId())
                        || scope.devices().contains(p.deviceId()))
                .toList();
        return with(f, enterprises, outlets, points);
    }

    private static Registry with(Facts f, Set<String> enterprises, List<Outlet> outlets, List<Point> points) {
        Set<String> pointIds = points.stream().map(Point::id).collect(Collectors.toSet());
        Set<String> deviceIds = points.stream().map(Point::deviceId).collect(Collectors.toSet());
        Set<String> around = points.stream().map(Point::enterpriseId).collect(Collectors.toSet());
        Set<String> outletsAround =
                points.stream().map(Point::outletId).filter(Objects::nonNull).collect(Collectors.toSet());
        around.addAll(enterprises);
        return of(
                f,
                f.enterprises().stream().filter(e -> around.contains(e.id())).toList(),
                f.outlets().stream()
                        .filter(o -> outlets.contains(o) || outletsAround.contains(o.id()))
                        .toList(),
                f.devices().stream()
                        .filter(d -> deviceIds.contains(d.id()) || enterprises.contains(d.enterpriseId()))
                        .toList(),
                points,
                f.statistics().stream()
                        .filter(s -> enterprises.contains(s.enterpriseId()))
                        .toList(),
                f.targets().stream()
                        .filter(t -> f.enterprises().stream().noneMatch(e -> e.id().equals(
                                                t.subject().id()))
                                || enterprises.contains(t.subject().id()))
                        .toList(),
                f.limits().stream().filter(l -> pointIds.contains(l.pointId())).toList());
    }

    private static Registry of(
            Facts f,
            List<Enterprise> enterprises,
            List<Outlet> outlets,
            List<Device> devices,
            List<Point> points,
            List<MonthlyStatistic> statistics,
            List<Target> targets,
            List<Limit> limits) {
        Set<String> parks = enterprises.stream().map(Enterprise::parkId).collect(Collectors.toSet());
        return new Registry(new Facts(
                f.district(),
                f.parks().stream().filter(p -> parks.contains(p.id())).toList(),
                enterprises,
                outlets,
                f.gateways(),
                devices,
                points,
                statistics,
                f.coefficientSets(),
                targets.stream()
                        .filter(t -> t.subject().scope() != Subject.Scope.PARK
                                || parks.contains(t.subject().id()))
                        .toList(),
                limits));
    }
}
