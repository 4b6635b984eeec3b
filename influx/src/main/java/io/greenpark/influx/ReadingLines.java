package io.greenpark.influx;

import io.greenpark.park.reading.Flag;
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
    private final Map<String, LineTemplate> points = new HashMap<>();
    private @Nullable Registry known;

    ReadingLines(RegistrySource registry) {
        this.registry = registry;
    }

    /**
     * The part of a point's lines that stays the same.
     *
     * @param plain whether values go out as they came in: one set of facts with a ratio of one
     */
    private record LineTemplate(Point point, String head, boolean plain) {}

    /** Adds the line of a reading; false if the registry no longer knows the point. */
    boolean add(Batch batch, String pointId, double value, Flag flag, long timeMs) {
        LineTemplate template = template(pointId);
        if (template == null) {
            return false;
        }
        batch.add(pointId, line -> write(line, template, value, flag, timeMs));
        return true;
    }

    private static void write(StringBuilder line, LineTemplate template, double value, Flag flag, long timeMs) {
        line.append(template.head());
        LineNaming.number(line, template.plain() ? value : converted(template.point(), value, timeMs));
        line.append(",flag=\"").append(flag.code()).append("\" ").append(timeMs);
    }

    private @Nullable LineTemplate template(String pointId) {
        Registry current = registry.current();
        if (current != known) {
            points.clear();
            known = current;
        }
        LineTemplate template = points.get(pointId);
        if (template == null) {
            Point point = current.point(pointId).orElse(null);
            if (point == null) {
                return null;
            }
            template = new LineTemplate(point, head(current, point), plain(point));
            points.put(pointId, template);
        }
        return template;
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

    private static double converted(Point point, double sent, long timeMs) {
        PointFacts now = point.currentFacts();
        PointFacts then =
                point.factsAt(Instant.ofEpochMilli(timeMs)).orElse(point.facts().get(0));
        BigDecimal value = BigDecimal.valueOf(sent).multiply(then.effectiveRatio());
        if (then.unit() != now.unit() && then.unit().dimension() == now.unit().dimension()) {
            value = then.unit().toBase(value).divide(now.unit().perBase(), MathContext.DECIMAL128);
        }
        return value.doubleValue();
    }
}
