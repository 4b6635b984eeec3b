package io.greenpark.registry.rules;

import static io.greenpark.park.registry.DocumentKind.COEFFICIENT_SET;
import static io.greenpark.park.registry.DocumentKind.DEVICE;
import static io.greenpark.park.registry.DocumentKind.DISTRICT;
import static io.greenpark.park.registry.DocumentKind.ENTERPRISE;
import static io.greenpark.park.registry.DocumentKind.GATEWAY;
import static io.greenpark.park.registry.DocumentKind.LIMIT;
import static io.greenpark.park.registry.DocumentKind.OUTLET;
import static io.greenpark.park.registry.DocumentKind.PARK;
import static io.greenpark.park.registry.DocumentKind.POINT;
import static io.greenpark.park.registry.DocumentKind.TARGET;

import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.MonthlyBill;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Registry.Facts;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether a whole registry holds together: ids, references, what may not overlap. Linear in its size. */
public final class RegistryRules {
    private final Registry registry;
    /** Null where everything is asked. */
    private final @Nullable Registry before;

    private final DocumentFaults faults;

    /** Takes the faults of documents. */
    @FunctionalInterface
    public interface DocumentFaults {
        /** Takes a fault of a field. */
        void fault(DocumentKey key, String field, Bilingual words);
    }

    private RegistryRules(Registry registry, @Nullable Registry before, DocumentFaults faults) {
        this.registry = registry;
        this.before = before;
        this.faults = faults;
    }

    /** What does not hold. */
    public static List<DocumentFault> faults(Registry registry) {
        return check(registry, null);
    }

    /**
     * What does not hold after a change of some facts, without asking anew what the change does not touch.
     *
     * @param before the registry that was changed; what is wrong in it may be told again
     */
    public static List<DocumentFault> faults(Registry registry, Registry before) {
        return check(registry, before);
    }

    private static List<DocumentFault> check(Registry registry, @Nullable Registry before) {
        List<DocumentFault> list = new ArrayList<>();
        RegistryRules rules = new RegistryRules(
                registry, before, (key, field, words) -> list.add(new DocumentFault(key, field, words)));
        rules.ids();
        rules.ask(rules::sites, Facts::parks, Facts::enterprises, Facts::outlets);
        rules.ask(rules::devices, Facts::enterprises, Facts::gateways, Facts::devices);
        rules.ask(rules::points, Facts::devices, Facts::outlets, Facts::points);
        rules.ask(rules::statistics, Facts::enterprises, Facts::statistics);
        rules.ask(rules::bills, Facts::enterprises, Facts::bills);
        rules.ask(rules::accounts, Facts::enterprises);
        rules.ask(rules::coefficientSets, Facts::coefficientSets);
        rules.ask(rules::targets, Facts::district, Facts::parks, Facts::enterprises, Facts::targets);
        rules.ask(rules::limits, Facts::points, Facts::limits);
        rules.ask(rules::closings, Facts::parks, Facts::closings);
        return list;
    }

    /** Asks a rule, unless what it looks at is what it was. */
    @SafeVarargs
    private void ask(Runnable rule, Function<Facts, Object>... looksAt) {
        if (Arrays.stream(looksAt).anyMatch(this::changed)) {
            rule.run();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a look at every fact would cost what is to be saved
    private boolean changed(Function<Facts, ?> facts) {
        return before == null || facts.apply(registry.facts()) != facts.apply(before.facts());
    }

    private FieldFaults of(DocumentKind kind, String id) {
        DocumentKey key = new DocumentKey(kind, id);
        return (field, words) -> faults.fault(key, field, words);
    }

    private void ids() {
        id(DISTRICT, registry.facts().districtId());
        ids(PARK, Facts::parks, Park::id);
        ids(ENTERPRISE, Facts::enterprises, Enterprise::id);
        ids(OUTLET, Facts::outlets, Outlet::id);
        ids(GATEWAY, Facts::gateways, Gateway::id);
        ids(DEVICE, Facts::devices, Device::id);
        ids(POINT, Facts::points, Point::id);
        ids(TARGET, Facts::targets, Target::id);
        ids(LIMIT, Facts::limits, Limit::id);
        ids(COEFFICIENT_SET, Facts::coefficientSets, CoefficientSet::id);
    }

    private <T> void ids(DocumentKind kind, Function<Facts, List<T>> facts, Function<T, String> id) {
        if (changed(facts)) {
            facts.apply(registry.facts()).forEach(fact -> id(kind, id.apply(fact)));
        }
    }

    private void id(DocumentKind kind, String id) {
        if (!IdRules.isId(id)) {
            of(kind, id).fault("id", FaultTexts.notAllowed(id, IdRules.ALLOWED));
        }
    }

    private static void reference(Optional<?> target, DocumentKind kind, String field, String id, FieldFaults faults) {
        if (target.isEmpty()) {
            faults.fault(field, FaultTexts.unknown(kind, id));
        }
    }

    private void closings() {
        registry.facts()
                .closings()
                .forEach(c -> reference(
                        registry.park(c.parkId()),
                        PARK,
                        "park",
                        c.parkId(),
                        of(DocumentKind.CLOSING, c.key().id())));
    }

    private void sites() {
        registry.facts()
                .enterprises()
                .forEach(e -> reference(registry.park(e.parkId()), PARK, "park", e.parkId(), of(ENTERPRISE, e.id())));
        registry.facts()
                .outlets()
                .forEach(o -> reference(
                        registry.enterprise(o.enterpriseId()),
                        ENTERPRISE,
                        "enterprise",
                        o.enterpriseId(),
                        of(OUTLET, o.id())));
    }

    private void devices() {
        for (Device d : registry.facts().devices()) {
            FieldFaults own = of(DEVICE, d.id());
            reference(registry.enterprise(d.enterpriseId()), ENTERPRISE, "enterprise", d.enterpriseId(), own);
            if (d.gatewayId() != null) {
                reference(registry.gateway(d.gatewayId()), GATEWAY, "gateway", d.gatewayId(), own);
            }
            if (registry.gateway(d.id()).isPresent()) {
                own.fault(
                        "id",
                        new Bilingual(
                                "“" + d.id() + "”已是某个网关的编号；设备和网关都以编号登录，不能重复",
                                "\"" + d.id() + "\" is a gateway's too; both sign in with their id, so it is unique"));
            }
        }
        SentNameRules.check(registry, before, d -> of(DEVICE, d.id()));
    }

    private void points() {
        Map<String, Set<String>> keysInUse = new HashMap<>();
        for (Point p : registry.facts().points()) {
            FieldFaults own = of(POINT, p.id());
            reference(registry.device(p.deviceId()), DEVICE, "device", p.deviceId(), own);
            outlet(p, own);
            if (p.endedAt() == null
                    && !keysInUse
                            .computeIfAbsent(p.deviceId(), d -> new HashSet<>())
                            .add(p.key())) {
                own.fault(
                        "key",
                        new Bilingual(
                                "“" + p.key() + "”已是设备“" + p.deviceId() + "”另一测点的键；如由另一测点取代，请填写停用时间",
                                "\"" + p.key() + "\" is that of another point of device \"" + p.deviceId()
                                        + "\" too; give one an endedAt if the other took its place"));
            }
            if (!IdRules.isQuantity(p.quantity())) {
                own.fault("quantity", FaultTexts.notAllowed(p.quantity(), IdRules.QUANTITIES));
            }
            if (!isAsBefore(p)) {
                p.facts().forEach(f -> PointFactsRules.check(f, own));
            }
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isAsBefore(Point point) {
        return before != null && before.point(point.id()).orElse(null) == point;
    }

    private void outlet(Point p, FieldFaults own) {
        if (p.outletId() == null) {
            return;
        }
        Optional<Outlet> outlet = registry.outlet(p.outletId());
        reference(outlet, OUTLET, "outlet", p.outletId(), own);
        // What has ended is history, and stays as it was.
        boolean inUse = p.endedAt() == null;
        if (inUse && outlet.isPresent() && !outlet.get().enterpriseId().equals(p.enterpriseId())) {
            own.fault("outlet", FaultTexts.outletOfAnother(outlet.get(), p.enterpriseId()));
        }
    }

    private void statistics() {
        for (MonthlyStatistic s : registry.facts().statistics()) {
            if (registry.enterprise(s.enterpriseId()).isEmpty()) {
                DocumentKey key = DocumentKey.statistic(s.enterpriseId(), s.month());
                reference(Optional.empty(), ENTERPRISE, "enterprise", s.enterpriseId(), of(key.kind(), key.id()));
            }
        }
    }

    private void bills() {
        for (MonthlyBill b : registry.facts().bills()) {
            if (registry.enterprise(b.enterpriseId()).isEmpty()) {
                FieldFaults own = of(b.key().kind(), b.key().id());
                reference(Optional.empty(), ENTERPRISE, "enterprise", b.enterpriseId(), own);
            }
        }
    }

    private void accounts() {
        AccountRules.check(registry.facts().enterprises(), id -> of(ENTERPRISE, id));
    }

    private void coefficientSets() {
        Map<String, String> starts = new HashMap<>();
        for (CoefficientSet s : registry.facts().coefficientSets()) {
            FieldFaults own = of(COEFFICIENT_SET, s.id());
            CoefficientRules.check(s, own);
            if (s.validTo() != null && !s.validTo().isAfter(s.validFrom())) {
                own.fault("validTo", FaultTexts.notAfterStart(s.validTo(), s.validFrom()));
            }
            String other = starts.putIfAbsent(s.basis() + " " + s.validFrom(), s.id());
            if (other != null) {
                own.fault("validFrom", FaultTexts.startsWith(other));
            }
        }
    }

    private void targets() {
        TargetRules.check(registry.facts().targets(), id -> of(TARGET, id));
        registry.facts().targets().forEach(t -> subject(t.subject(), of(TARGET, t.id())));
    }

    private void subject(Subject subject, FieldFaults own) {
        switch (subject.scope()) {
            case ENTERPRISE -> reference(registry.enterprise(subject.id()), ENTERPRISE, "subject", subject.id(), own);
            case PARK -> reference(registry.park(subject.id()), PARK, "subject", subject.id(), own);
            case DISTRICT -> {
                if (!subject.id().equals(registry.facts().districtId())) {
                    own.fault(
                            "subject",
                            FaultTexts.notTheDistrict(
                                    subject.id(), registry.facts().districtId()));
                }
            }
        }
    }

    private void limits() {
        Map<String, List<Limit>> ofPoint = new HashMap<>();
        for (Limit l : registry.facts().limits()) {
            FieldFaults own = of(LIMIT, l.id());
            @Nullable Point point = registry.point(l.pointId()).orElse(null);
            reference(Optional.ofNullable(point), POINT, "point", l.pointId(), own);
            LimitRules.check(l, point, own);
            List<Limit> others = ofPoint.computeIfAbsent(l.pointId(), p -> new ArrayList<>());
            others.forEach(other -> LimitRules.checkOverlap(l, other, own));
            others.add(l);
        }
    }
}
