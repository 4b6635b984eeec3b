package io.greenpark.accounting.basis;

import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Digests of the facts in a registry that figures rest on. They are kept over restarts and upgrades: another text of the
 * same facts makes all figures be recomputed.
 */
final class RegistryDigests {
    private final Registry registry;
    private final String coefficients;

    RegistryDigests(Registry registry) {
        this.registry = registry;
        this.coefficients = Sha256.hex(registry.facts().coefficientSets().stream()
                .map(s -> s.id() + s.validFrom() + s.validTo() + s.basis() + sorted(s))
                .sorted()
                .collect(Collectors.joining()));
    }

    private static String sorted(CoefficientSet set) {
        return new TreeMap<>(set.coefficients()).toString();
    }

    /** What the hours of a point rest on. */
    String point(Point p) {
        String zone = registry.enterprise(p.enterpriseId())
                .map(e -> registry.parkOf(e).time().zone().getId())
                .orElse("");
        return Sha256.hex(p.enterpriseId() + p.outletId() + p.facts() + p.replacements() + zone);
    }

    /** What every figure in standard coal rests on. */
    String coefficients() {
        return coefficients;
    }

    /** What the intensities of an enterprise, of its park and of the district rest on. */
    String comparison(Enterprise e) {
        return Sha256.hex(coefficients + e.parkId() + parkMembers(e) + statistics(e) + targets());
    }

    /** The enterprises that make up the figures of the park: when one leaves, the others recompute it. */
    private String parkMembers(Enterprise e) {
        return registry.enterprisesOfPark(e.parkId()).stream()
                .map(Enterprise::id)
                .sorted()
                .toList()
                .toString();
    }

    /** What is metered at the boundary of an enterprise, and since when; an empty text where nothing ever was. */
    String metering(Enterprise e) {
        String points = registry.pointsOfEnterprise(e.id()).stream()
                .filter(p -> p.facts().stream().anyMatch(PointFacts::boundary))
                .map(p -> p.id() + p.facts() + p.endedAt())
                .sorted()
                .collect(Collectors.joining());
        return points.isEmpty() ? "" : Sha256.hex(points);
    }

    /** In the words that digests in the books were made of: others would recompute every intensity once. */
    private String targets() {
        return registry.facts().targets().stream()
                .map(t -> "Target[id=" + t.id() + ", scope=" + t.subject().scope() + ", subjectId="
                        + t.subject().id() + ", yearlyChangePercent=" + t.yearlyChangePercent() + ", baseYear="
                        + t.baseYear() + ", fromYear=" + t.fromYear() + ", toYear=" + t.toYear() + ", basis="
                        + t.basis() + ", source=" + t.source() + "]")
                .toList()
                .toString();
    }

    private String statistics(Enterprise e) {
        return registry.facts().statistics().stream()
                .filter(s -> s.enterpriseId().equals(e.id()))
                .map(RegistryDigests::text)
                .sorted()
                .collect(Collectors.joining());
    }

    private static String text(MonthlyStatistic s) {
        return "MonthlyStatistic[enterpriseId=" + s.enterpriseId() + ", month=" + s.month() + ", ivaCny=" + s.ivaCny()
                + ", outputCny=" + s.outputCny() + ", status=" + s.status() + ", source=" + s.source()
                + ", allowedUse=" + (s.allowedUse() == AllowedUse.AGGREGATE_ONLY ? "SHOW" : s.allowedUse()) + "]";
    }
}
