package io.greenpark.accounting.basis;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryDifference;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which facts that figures rest on may be others where some documents changed: as they belonged before, and as now. */
final class AffectedBasis {
    private final RegistryDifference difference;
    private final Set<BasisKey> keys = new LinkedHashSet<>();

    private AffectedBasis(RegistryDifference difference) {
        this.difference = difference;
    }

    /** All there is in a registry. */
    static Set<BasisKey> all(Registry registry) {
        AffectedBasis all = new AffectedBasis(RegistryDifference.whole(registry));
        registry.facts().points().forEach(p -> all.keys.add(BasisKey.point(p.id())));
        registry.facts().enterprises().forEach(e -> all.enterprise(registry, e));
        registry.facts().parks().forEach(p -> all.area(Subject.park(p.id())));
        all.area(Subject.district(registry.facts().districtId()));
        return all.keys;
    }

    /** What changed documents may have changed. */
    static Set<BasisKey> of(RegistryDifference difference) {
        AffectedBasis affected = new AffectedBasis(difference);
        difference.keys().forEach(affected::document);
        return affected.keys;
    }

    /** The enterprises that came with the difference: of them there may be digests from when they were there before. */
    static Set<String> newcomers(RegistryDifference difference) {
        Registry before = difference.before();
        Set<String> newcomers = new HashSet<>(difference.ids(DocumentKind.ENTERPRISE));
        newcomers.removeIf(id -> before != null && before.enterprise(id).isPresent());
        return newcomers;
    }

    private void document(DocumentKey key) {
        switch (key.kind()) {
            case DISTRICT ->
                difference.both().forEach(r -> area(Subject.district(r.facts().districtId())));
            case PARK -> park(key.id());
            case ENTERPRISE ->
                difference.both().forEach(r -> r.enterprise(key.id()).ifPresent(e -> {
                    enterprise(r, e);
                    points(r, e);
                    area(Subject.park(e.parkId()));
                    area(Subject.district(r.facts().districtId()));
                }));
            case DEVICE -> difference.both().forEach(r -> r.device(key.id()).ifPresent(d -> device(r, d)));
            case POINT -> difference.both().forEach(r -> r.point(key.id()).ifPresent(this::point));
            case STATISTIC -> statistic(key.id());
            case COEFFICIENT_SET ->
                difference.now().facts().enterprises().forEach(e -> keys.add(BasisKey.factors(e.id())));
            case TARGET ->
                difference.both().forEach(r -> r.target(key.id())
                        .map(Target::subject)
                        .ifPresent(s -> keys.add(BasisKey.targets(s))));
            case CONTACT, OUTLET, GATEWAY, LIMIT, BILL, CLOSING -> {
                // No figure of the accounts rests on these.
            }
        }
    }

    private void enterprise(Registry registry, Enterprise e) {
        keys.add(BasisKey.factors(e.id()));
        keys.add(BasisKey.metering(e.id()));
        keys.add(BasisKey.targets(Subject.enterprise(e.id())));
        registry.statisticsOf(e.id()).keySet().forEach(month -> keys.add(BasisKey.statistics(e.id(), month)));
    }

    private void points(Registry registry, Enterprise e) {
        registry.pointsOfEnterprise(e.id()).forEach(p -> keys.add(BasisKey.point(p.id())));
    }

    private void area(Subject area) {
        keys.add(BasisKey.members(area));
        keys.add(BasisKey.targets(area));
    }

    /** Its zone is that of the hours of its points, and of the first park that of the district's months. */
    private void park(String id) {
        area(Subject.park(id));
        difference.both().forEach(r -> area(Subject.district(r.facts().districtId())));
        if (!zone(difference.before(), id).equals(zone(difference.now(), id))) {
            difference.both().forEach(r -> r.enterprisesOfPark(id).forEach(e -> points(r, e)));
        }
    }

    private static Optional<String> zone(@Nullable Registry registry, String park) {
        return Optional.ofNullable(registry)
                .flatMap(r -> r.park(park))
                .map(Park::time)
                .map(time -> time.zone().getId());
    }

    /** Its points belong to the enterprise it belongs to. */
    private void device(Registry registry, Device device) {
        registry.pointsOfEnterprise(device.enterpriseId()).stream()
                .filter(p -> p.deviceId().equals(device.id()))
                .forEach(this::point);
    }

    private void point(Point p) {
        keys.add(BasisKey.point(p.id()));
        keys.add(BasisKey.metering(p.enterpriseId()));
    }

    private void statistic(String id) {
        int colon = id.lastIndexOf(':');
        keys.add(BasisKey.statistics(id.substring(0, colon), YearMonth.parse(id.substring(colon + 1))));
    }
}
