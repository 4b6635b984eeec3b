package io.greenpark.alerts.series;

import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import io.greenpark.store.series.SeriesSource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The series {@code limit}: for every day with discharge figures the limits of the point, at the day's first and last
 * millisecond, so that a panel of any range finds them. Tags enterprise, park, point, limit, averaging; fields upper,
 * lower, warn, in the point's unit.
 */
public final class LimitSeries implements SeriesSource {
    private final RegistrySource registry;

    public LimitSeries(RegistrySource registry) {
        this.registry = registry;
    }

    @Override
    public Set<Mark.Kind> kinds() {
        return Set.of(Mark.Kind.LIMIT);
    }

    @Override
    public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
        Registry now = registry.current();
        List<SeriesPoint> points = new ArrayList<>();
        for (Mark mark : marks) {
            now.point(mark.subject()).ifPresent(point -> add(points, now, point, mark.startMs()));
        }
        return points;
    }

    @Override
    public List<String> subjects(Handle handle, Mark.Kind kind) {
        return registry.current().facts().points().stream().map(Point::id).toList();
    }

    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        return BooksDischargeAccounts.starts(handle, subject, Step.DAY, afterMs, max);
    }

    private static void add(List<SeriesPoint> points, Registry registry, Point point, long dayMs) {
        Instant day = Instant.ofEpochMilli(dayMs);
        registry.enterprise(point.enterpriseId()).ifPresent(enterprise -> {
            ParkTime time = registry.parkOf(enterprise).time();
            long lastMs = time.endOf(Step.DAY, day).toEpochMilli() - 1;
            for (Limit limit : registry.limitsAt(point.id(), day)) {
                Unit unit = point.factsAt(day).orElse(point.currentFacts()).unit();
                Map<String, Object> fields = fields(limit, unit);
                if (!fields.isEmpty()) {
                    Map<String, String> tags = new TreeMap<>();
                    tags.put(SeriesSchema.TAG_ENTERPRISE, enterprise.id());
                    tags.put(SeriesSchema.TAG_PARK, enterprise.parkId());
                    tags.put(SeriesSchema.TAG_POINT, point.id());
                    tags.put(SeriesSchema.TAG_LIMIT, limit.id());
                    tags.put(
                            SeriesSchema.TAG_AVERAGING, limit.averaging().name().toLowerCase(Locale.ROOT));
                    points.add(new SeriesPoint(SeriesSchema.LIMIT, tags, fields, dayMs));
                    points.add(new SeriesPoint(SeriesSchema.LIMIT, tags, fields, lastMs));
                }
            }
        });
    }

    private static Map<String, Object> fields(Limit limit, Unit unit) {
        Map<String, Object> fields = new TreeMap<>();
        put(fields, SeriesSchema.UPPER, limit, limit.upper(), unit);
        put(fields, SeriesSchema.LOWER, limit, limit.lower(), unit);
        if (limit.upper() != null && limit.warnFraction() != null) {
            put(fields, SeriesSchema.WARN, limit, limit.upper().multiply(limit.warnFraction()), unit);
        }
        return fields;
    }

    private static void put(
            Map<String, Object> fields, String key, Limit limit, @Nullable BigDecimal bound, Unit unit) {
        if (bound != null && limit.unit().dimension() == unit.dimension()) {
            fields.put(
                    key,
                    limit.unit()
                            .toBase(bound)
                            .divide(unit.perBase(), MathContext.DECIMAL64)
                            .doubleValue());
        }
    }
}
