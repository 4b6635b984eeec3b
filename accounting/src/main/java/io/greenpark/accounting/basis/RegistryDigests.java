package io.greenpark.accounting.basis;

import io.greenpark.config.digest.CanonicalFacts;
import io.greenpark.park.registry.Acceptance.Held;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.Direction;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Digests of exactly those facts in a registry that figures rest on. They are kept over restarts and upgrades: other facts,
 * or the same put in another way, make the figures be recomputed. An empty digest says that there are none.
 */
final class RegistryDigests {
    private static final String NOTHING = "";

    private final Registry registry;
    private @Nullable String factors;

    RegistryDigests(Registry registry) {
        this.registry = registry;
    }

    Registry registry() {
        return registry;
    }

    /** The digest of what a key stands for; null where that is nobody's any more and no figure is to change with it. */
    @Nullable
    String of(BasisKey key) {
        return switch (key.kind()) {
            case POINT -> registry.point(key.id()).map(this::point).orElse(null);
            case FACTORS -> registry.enterprise(key.id()).isPresent() ? factors() : null;
            case METERING -> metering(key.enterprise());
            case STATISTICS -> registry.enterprise(key.enterprise()).isPresent() ? statistics(key) : null;
            case MEMBERS -> members(key.subject());
            case TARGETS -> targets(key.subject());
        };
    }

    private String point(Point p) {
        return new CanonicalFacts()
                .put("enterprise", p.enterpriseId())
                .put("outlet", p.outletId())
                .putList("facts", p.facts().stream().map(RegistryDigests::facts).toList())
                .putList(
                        "replacements",
                        p.replacements().stream()
                                .map(r -> new CanonicalFacts()
                                        .put("at", r.at())
                                        .put("oldEnd", r.oldEnd())
                                        .put("newStart", r.newStart()))
                                .toList())
                .put("zone", registry.timeOf(p.enterpriseId()).zone())
                .digest();
    }

    /**
     * Without the zone of stamps, which is applied before a reading is logged. Facts that earlier versions did not know are
     * left out where they are as they always were: then the digest stays the same.
     */
    private static CanonicalFacts facts(PointFacts f) {
        int factor = f.counting().factor();
        Direction direction = f.counting().direction();
        return new CanonicalFacts()
                .put("validFrom", f.validFrom())
                .put("unit", f.unit())
                .put("kind", f.kind())
                .put("period", f.period())
                .put("stamp", f.stamp())
                .put("expectedInterval", f.expectedInterval())
                .put("maxPerHour", f.maxPerHour())
                .put("ratio", f.effectiveRatio())
                .put("registerRange", f.registerRange())
                .put("carrier", f.carrier())
                .put("boundary", f.boundary())
                .put("factor", factor < 0 ? factor : null)
                .put("direction", direction == Direction.IMPORT ? null : direction)
                .put("min", f.bounds().min())
                .put("max", f.bounds().max())
                .put("stampTolerance", f.stampTolerance());
    }

    private String factors() {
        String known = factors;
        if (known == null) {
            known = new CanonicalFacts()
                    .putSet(
                            "sets",
                            registry.facts().coefficientSets().stream()
                                    .map(RegistryDigests::set)
                                    .toList())
                    .digest();
            factors = known;
        }
        return known;
    }

    private static CanonicalFacts set(CoefficientSet set) {
        CanonicalFacts coefficients = new CanonicalFacts();
        set.coefficients()
                .forEach((carrier, c) -> coefficients.put(
                        carrier.name(),
                        new CanonicalFacts()
                                .put("kgcePerUnit", c.kgcePerUnit())
                                .put("co2KgPerUnit", c.co2KgPerUnit())
                                .put("countsInComprehensiveEnergy", c.countsInComprehensiveEnergy())));
        return new CanonicalFacts()
                .put("id", set.id())
                .put("validFrom", set.validFrom())
                .put("validTo", set.validTo())
                .put("basis", set.basis())
                .put("coefficients", coefficients);
    }

    private String metering(String enterprise) {
        List<CanonicalFacts> uses = new ArrayList<>();
        for (Point p : registry.pointsOfEnterprise(enterprise)) {
            List<Held> held = registry.acceptanceOf(p).held();
            for (int i = 0; i < p.facts().size(); i++) {
                PointFacts f = p.facts().get(i);
                if (f.boundary() && f.carrier() != null) {
                    Instant next =
                            i + 1 < p.facts().size() ? p.facts().get(i + 1).validFrom() : null;
                    uses.add(new CanonicalFacts()
                            .put("carrier", f.carrier())
                            .put("from", f.validFrom())
                            .put("next", next)
                            .put("ended", p.endedAt())
                            .put("notAccepted", held.isEmpty() ? null : text(held)));
                }
            }
        }
        boolean known = registry.enterprise(enterprise).isPresent();
        return digest(known ? uses : List.of(), new CanonicalFacts().putSet("uses", uses));
    }

    /** What needs no acceptance, or had it from the first, is left out: then the digest is as it was before. */
    private static String text(List<Held> held) {
        return held.stream()
                .map(h -> h.from() + "/" + (h.until() == null ? "" : h.until()))
                .collect(Collectors.joining(" "));
    }

    private String statistics(BasisKey key) {
        List<CanonicalFacts> months = registry.statisticsOf(key.enterprise()).values().stream()
                .filter(s -> s.month().getYear() == key.year())
                .map(RegistryDigests::statistic)
                .toList();
        return digest(months, new CanonicalFacts().putSet("months", months));
    }

    private static CanonicalFacts statistic(MonthlyStatistic s) {
        return new CanonicalFacts()
                .put("month", s.month())
                .put("ivaCny", s.ivaCny())
                .put("status", s.status())
                .put("allowedUse", s.allowedUse());
    }

    /** The months of a park's and the district's figures follow its zone. */
    private String members(Subject area) {
        List<String> ids =
                switch (area.scope()) {
                    case PARK ->
                        registry
                                .park(area.id())
                                .map(Park::id)
                                .map(registry::enterprisesOfPark)
                                .orElse(List.of())
                                .stream()
                                .map(Enterprise::id)
                                .toList();
                    case DISTRICT -> area.enterprises(registry);
                    case ENTERPRISE -> throw new IllegalArgumentException(area + " has no members");
                };
        return digest(
                ids,
                new CanonicalFacts()
                        .putTexts("enterprises", ids)
                        .put("zone", area.time(registry).zone()));
    }

    private String targets(Subject subject) {
        List<CanonicalFacts> targets = registry.targetsOf(subject).stream()
                .map(RegistryDigests::target)
                .toList();
        return digest(targets, new CanonicalFacts().putSet("targets", targets));
    }

    private static CanonicalFacts target(Target t) {
        return new CanonicalFacts()
                .put("id", t.id())
                .put("yearlyChangePercent", t.yearlyChangePercent())
                .put("baseYear", t.baseYear())
                .put("fromYear", t.fromYear())
                .put("toYear", t.toYear())
                .put("basis", t.basis());
    }

    private static String digest(Collection<?> of, CanonicalFacts facts) {
        return of.isEmpty() ? NOTHING : facts.digest();
    }
}
