package io.greenpark.accounting.basis;

import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.Bounds;
import io.greenpark.park.registry.PointFacts.Counting;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.registry.Target;
import io.greenpark.park.unit.Carrier;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Digests as earlier versions made them: of the texts that Java gave records then. Books of an earlier version hold such;
 * they are compared with these once and replaced. Frozen: another text would recompute all figures of an upgraded
 * installation.
 */
final class FormerDigests {
    private final Registry registry;
    private final String coefficients;
    private final String targets;

    FormerDigests(Registry registry) {
        this.registry = registry;
        this.coefficients = Sha256.hex(registry.facts().coefficientSets().stream()
                .map(FormerDigests::text)
                .sorted()
                .collect(Collectors.joining()));
        this.targets = list(registry.facts().targets().stream(), FormerDigests::text);
    }

    /** Under "point:" and its id. */
    String point(Point p) {
        String zone = registry.enterprise(p.enterpriseId())
                .map(e -> registry.parkOf(e).time().zone().getId())
                .orElse("");
        return Sha256.hex(p.enterpriseId()
                + p.outletId()
                + facts(p)
                + list(p.replacements().stream(), FormerDigests::text)
                + zone);
    }

    /** Under "factors:" and the id of every enterprise. */
    String coefficients() {
        return coefficients;
    }

    /** Under "comparison:" and the id of an enterprise: its statistics, those of its park together, and all targets. */
    String comparison(Enterprise e) {
        String members = list(
                registry.enterprisesOfPark(e.parkId()).stream()
                        .map(Enterprise::id)
                        .sorted(),
                id -> id);
        String statistics = registry.statisticsOf(e.id()).values().stream()
                .map(FormerDigests::text)
                .sorted()
                .collect(Collectors.joining());
        return Sha256.hex(coefficients + e.parkId() + members + statistics + targets);
    }

    /** Under "metering:" and the id of an enterprise; an empty text where nothing ever was metered. */
    String metering(Enterprise e) {
        String points = registry.pointsOfEnterprise(e.id()).stream()
                .filter(p -> p.facts().stream().anyMatch(PointFacts::boundary))
                .map(p -> p.id() + facts(p) + p.endedAt())
                .sorted()
                .collect(Collectors.joining());
        return points.isEmpty() ? "" : Sha256.hex(points);
    }

    private static String facts(Point p) {
        return list(p.facts().stream(), FormerDigests::text);
    }

    private static <T> String list(Stream<T> items, Function<T, String> text) {
        return items.map(text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(PointFacts f) {
        return "PointFacts[validFrom=" + f.validFrom() + ", unit=" + f.unit().name() + ", kind="
                + f.kind().name() + ", period=" + f.period() + ", stamp="
                + f.stamp().name() + ", expectedInterval="
                + f.expectedInterval() + ", maxPerHour=" + f.maxPerHour() + ", ratio=" + f.ratio() + ", ratioApplied="
                + f.ratioApplied() + ", registerRange=" + f.registerRange() + ", carrier="
                + (f.carrier() == null ? null : f.carrier().name()) + ", boundary=" + f.boundary() + ", zone="
                + f.zone() + "]" + later(f);
    }

    /** Facts that no earlier version had make another text, so that what changes with an upgrade is booked anew. */
    private static String later(PointFacts f) {
        PointFacts before = f.counted(Counting.at(f.boundary())).taken(Bounds.NONE, null);
        return before.equals(f) ? "" : f.counting() + " " + f.bounds() + " " + f.stampTolerance();
    }

    private static String text(Replacement r) {
        return "Replacement[at=" + r.at() + ", oldEnd=" + r.oldEnd() + ", newStart=" + r.newStart() + "]";
    }

    private static String text(CoefficientSet set) {
        String coefficients = new TreeMap<>(set.coefficients())
                .entrySet().stream()
                        .map(e -> text(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        return set.id() + set.validFrom() + set.validTo() + set.basis().name() + coefficients;
    }

    private static String text(Carrier carrier, Coefficient c) {
        return carrier.name() + "=Coefficient[kgcePerUnit=" + c.kgcePerUnit() + ", co2KgPerUnit=" + c.co2KgPerUnit()
                + ", countsInComprehensiveEnergy=" + c.countsInComprehensiveEnergy() + ", source=" + c.source()
                + ", confirmed=" + c.confirmed() + "]";
    }

    private static String text(Target t) {
        return "Target[id=" + t.id() + ", scope=" + t.subject().scope().name() + ", subjectId="
                + t.subject().id() + ", yearlyChangePercent=" + t.yearlyChangePercent() + ", baseYear="
                + t.baseYear() + ", fromYear=" + t.fromYear() + ", toYear=" + t.toYear() + ", basis="
                + t.basis().name() + ", source=" + t.source() + "]";
    }

    private static String text(MonthlyStatistic s) {
        return "MonthlyStatistic[enterpriseId=" + s.enterpriseId() + ", month=" + s.month() + ", ivaCny=" + s.ivaCny()
                + ", outputCny=" + s.outputCny() + ", status=" + s.status().name() + ", source=" + s.source()
                + ", allowedUse="
                + (s.allowedUse() == AllowedUse.AGGREGATE_ONLY
                        ? "SHOW"
                        : s.allowedUse().name())
                + "]";
    }
}
