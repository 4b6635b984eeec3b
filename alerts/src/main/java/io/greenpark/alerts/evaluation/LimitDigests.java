package io.greenpark.alerts.evaluation;

import io.greenpark.config.digest.CanonicalFacts;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Acceptance.Held;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Outlet.Standing;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Digests of exactly those facts of a point's limits that verdicts rest on, in whatever order the limits stand. */
final class LimitDigests {
    private LimitDigests() {}

    /** Empty for a point without limits. */
    static String of(Registry registry, String point) {
        List<Limit> limits = registry.limitsOfPoint(point);
        return limits.isEmpty()
                ? ""
                : new CanonicalFacts()
                        .put("standing", standing(registry, point).orElse(null))
                        .put("notAccepted", notAccepted(registry, point))
                        .putSet(
                                "limits",
                                limits.stream().map(LimitDigests::limit).toList())
                        .digest();
    }

    /** What needs no acceptance, or had it from the first, is left out: then the digest is as it was before. */
    private static @Nullable String notAccepted(Registry registry, String point) {
        List<Held> held = registry.point(point)
                .map(registry::acceptanceOf)
                .map(Acceptance::held)
                .orElse(List.of());
        return held.isEmpty()
                ? null
                : held.stream()
                        .map(h -> h.from() + "/" + (h.until() == null ? "" : h.until()))
                        .collect(Collectors.joining(" "));
    }

    private static CanonicalFacts limit(Limit l) {
        return new CanonicalFacts()
                .put("id", l.id())
                .put("averaging", l.averaging())
                .put("upper", l.upper())
                .put("lower", l.lower())
                .put("unit", l.unit())
                .put("warnFraction", l.warnFraction())
                .put("source", l.source())
                .put("confirmed", l.confirmed())
                .put("validFrom", l.validFrom())
                .put("validTo", l.validTo());
    }

    private static Optional<Standing> standing(Registry registry, String point) {
        return registry.point(point)
                .map(Point::outletId)
                .flatMap(registry::outlet)
                .map(Outlet::standing);
    }

    /**
     * Whether a text that an earlier version kept in place of a digest says the same as the registry does: then it was the
     * standing and the texts that Java gave limits then, a line each. Frozen: with another text the periods of an upgraded
     * installation would all be judged anew.
     */
    static boolean isFormer(String kept, Registry registry, String point) {
        List<String> lines = new ArrayList<>();
        lines.add(standing(registry, point).map(Enum::name).orElse(""));
        registry.limitsOfPoint(point).forEach(l -> lines.add(formerText(l)));
        return sortedLines(kept).equals(sortedLines(String.join("\n", lines)));
    }

    private static List<String> sortedLines(String text) {
        return Stream.of(text.split("\n", -1)).sorted().toList();
    }

    private static String formerText(Limit l) {
        return "Limit[id=" + l.id() + ", pointId=" + l.pointId() + ", averaging="
                + l.averaging().name() + ", upper=" + l.upper() + ", lower=" + l.lower() + ", unit="
                + l.unit().name() + ", warnFraction=" + l.warnFraction() + ", source=" + l.source() + ", confirmed="
                + l.confirmed() + ", validFrom=" + l.validFrom() + ", validTo=" + l.validTo() + "]";
    }
}
