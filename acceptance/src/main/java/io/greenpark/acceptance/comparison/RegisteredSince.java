package io.greenpark.acceptance.comparison;

import io.greenpark.acceptance.comparison.Check.Kind;
import io.greenpark.acceptance.comparison.Check.Result;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was compared is what is registered of all the time that is to count: by a ratio or a key that was put in after the
 * readings nobody has compared anything.
 */
public final class RegisteredSince {
    /** What of a point's registration decides what its readings mean. */
    public enum What {
        RATIO,
        UNIT,
        KIND,
        KEY
    }

    private RegisteredSince() {}

    /**
     * The checks that fail, one for each thing that differs, so that none hides behind another; empty where nothing was read yet.
     *
     * @param countsFrom from when on data are to count; null for the first reading
     * @param keys under which the device has sent the point's readings since the first one
     */
    public static List<Check> changed(
            Point point, DisplayLine line, @Nullable Instant countsFrom, Collection<String> keys) {
        DisplayReading first = line.first();
        PointFacts compared = first == null ? null : point.factsAt(first.at()).orElse(null);
        if (first == null || compared == null) {
            return List.of();
        }
        Instant from = countsFrom != null && countsFrom.isBefore(first.at()) ? countsFrom : first.at();
        PointFacts before = point.factsAt(from).orElse(null);
        Set<Check> differ = new LinkedHashSet<>();
        for (PointFacts facts : point.facts()) {
            if (facts.equals(before) || facts.validFrom().isAfter(from)) {
                differences(point, compared, facts, differ);
            }
        }
        keys.stream()
                .filter(key -> !key.equals(point.key()))
                .forEach(key -> differ.add(failed(point, What.KEY, key, point.key())));
        return List.copyOf(differ);
    }

    private static void differences(Point point, PointFacts compared, PointFacts other, Set<Check> differ) {
        if (compared.ratio().compareTo(other.ratio()) != 0 || compared.ratioApplied() != other.ratioApplied()) {
            differ.add(failed(point, What.RATIO, ratio(compared), ratio(other)));
        }
        if (compared.unit() != other.unit()) {
            differ.add(failed(
                    point, What.UNIT, compared.unit().symbol(), other.unit().symbol()));
        }
        if (compared.kind() != other.kind()) {
            differ.add(failed(point, What.KIND, EnumCode.of(compared.kind()), EnumCode.of(other.kind())));
        }
    }

    /** One that the gateway applies is for the record, and another one than the same that is still to be applied. */
    private static String ratio(PointFacts facts) {
        return Comparing.text(facts.ratio()) + (facts.ratioApplied() ? " (ratioApplied)" : "");
    }

    private static Check failed(Point point, What what, String compared, String registered) {
        return new Check(
                Kind.FACTS,
                point.id(),
                Result.FAILED,
                Map.of("what", what.name(), "compared", compared, "registered", registered));
    }
}
