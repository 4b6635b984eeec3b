package io.greenpark.store.influx;

import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns readings into lines. One thread. */
final class ReadingLines {
    private final RegistrySource registry;
    private final Map<String, Known> points = new HashMap<>();
    private @Nullable Registry of;

    ReadingLines(RegistrySource registry) {
        this.registry = registry;
    }

    /**
     * A point and everything of its lines that stays the same.
     *
     * @param plain whether values go out as they came in: one set of facts with a ratio of one
     */
    private record Known(Point point, String head, boolean plain) {}

    /** The line of a reading without its line end; null if the registry no longer knows the point. */
    @Nullable
    String line(Reading reading) {
        Known known = known(reading.pointId());
        if (known == null) {
            return null;
        }
        return known.head() + value(known, reading) + ",flag=\""
                + reading.flag().code() + "\" " + reading.timeMs();
    }

    private @Nullable Known known(String pointId) {
        Registry current = registry.current();
        if (current != of) {
            points.clear();
            of = current;
        }
        Known known = points.get(pointId);
        if (known == null) {
            Point point = current.point(pointId).orElse(null);
            if (point == null) {
                return null;
            }
            known = new Known(point, head(current, point), plain(point));
            points.put(pointId, known);
        }
        return known;
    }

    /** Measurement and tags, in the order of their names, which spares the server sorting them. */
    private static String head(Registry registry, Point point) {
        StringBuilder out = new StringBuilder();
        LineNaming.measurement(out, point.quantity());
        out.append(",enterprise=");
        LineNaming.name(out, point.enterpriseId());
        out.append(",park=");
        LineNaming.name(
                out,
                registry.enterprise(point.enterpriseId())
                        .map(Enterprise::parkId)
                        .orElse(""));
        out.append(",point=");
        LineNaming.name(out, point.id());
        return out.append(" value=").toString();
    }

    private static boolean plain(Point point) {
        return point.facts().size() == 1
                && point.currentFacts().effectiveRatio().compareTo(BigDecimal.ONE) == 0;
    }

    private static double value(Known known, Reading reading) {
        if (known.plain()) {
            return reading.value();
        }
        PointFacts now = known.point().currentFacts();
        PointFacts then = known.point()
                .factsAt(Instant.ofEpochMilli(reading.timeMs()))
                .orElse(known.point().facts().get(0));
        BigDecimal value = BigDecimal.valueOf(reading.value()).multiply(then.effectiveRatio());
        if (then.unit() != now.unit() && then.unit().dimension() == now.unit().dimension()) {
            value = then.unit().toBase(value).divide(now.unit().perBase(), MathContext.DECIMAL128);
        }
        return value.doubleValue();
    }
}
