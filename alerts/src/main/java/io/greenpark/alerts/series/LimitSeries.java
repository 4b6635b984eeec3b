package io.greenpark.alerts.series;

import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import io.greenpark.store.series.SeriesSubjects;
import io.greenpark.store.series.SubjectSeries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The series {@code limit}: for every day with discharge figures the limits of the point, at the day's first and last
 * millisecond, so that a panel of any range finds them. Tags enterprise, park, point, limit, averaging; fields upper,
 * lower, warn, in the point's unit.
 */
public final class LimitSeries extends SubjectSeries<Point> {
    public LimitSeries(RegistrySource registry) {
        super(registry, SeriesSubjects.POINTS, Set.of(Mark.Kind.LIMIT));
    }

    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        return BooksDischargeAccounts.starts(handle, subject, Step.DAY, afterMs, max);
    }

    @Override
    protected List<SeriesPoint> points(
            Handle handle, Registry registry, Point point, Mark.Kind kind, SortedSet<Long> startsMs) {
        return registry.enterprise(point.enterpriseId()).stream()
                .flatMap(e -> startsMs.stream().flatMap(day -> points(registry, e, point, day)))
                .toList();
    }

    private static Stream<SeriesPoint> points(Registry registry, Enterprise enterprise, Point point, long dayMs) {
        Instant day = Instant.ofEpochMilli(dayMs);
        long lastMs = registry.parkOf(enterprise).time().endOf(Step.DAY, day).toEpochMilli() - 1;
        Unit unit = point.factsAt(day).orElse(point.currentFacts()).unit();
        List<SeriesPoint> points = new ArrayList<>();
        for (Limit limit : registry.limitsAt(point.id(), day)) {
            Map<String, Object> fields = fields(limit, unit);
            if (!fields.isEmpty()) {
                Map<String, String> tags = tags(enterprise, point, limit);
                points.add(new SeriesPoint(SeriesSchema.LIMIT, tags, fields, dayMs));
                points.add(new SeriesPoint(SeriesSchema.LIMIT, tags, fields, lastMs));
            }
        }
        return points.stream();
    }

    private static Map<String, String> tags(Enterprise enterprise, Point point, Limit limit) {
        Map<String, String> tags = tags(enterprise);
        tags.put(SeriesSchema.TAG_POINT, point.id());
        tags.put(SeriesSchema.TAG_LIMIT, limit.id());
        tags.put(SeriesSchema.TAG_AVERAGING, limit.averaging().name().toLowerCase(Locale.ROOT));
        return tags;
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
