package io.greenpark.accounting.series;

import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import io.greenpark.store.series.SeriesSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** {@code discharge_hour} and {@code discharge_day}: the means of discharge points. */
public final class DischargeSeries implements SeriesSource {
    private final RegistrySource registry;

    public DischargeSeries(RegistrySource registry) {
        this.registry = registry;
    }

    @Override
    public Set<Mark.Kind> kinds() {
        return Set.of(Mark.Kind.DISCHARGE_HOUR, Mark.Kind.DISCHARGE_DAY);
    }

    @Override
    public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
        Registry current = registry.current();
        List<SeriesPoint> points = new ArrayList<>();
        marks.stream()
                .filter(m -> kinds().contains(m.kind()))
                .collect(Collectors.groupingBy(m -> Map.entry(m.kind(), m.subject())))
                .forEach((key, some) -> current.point(key.getValue())
                        .ifPresent(p -> points.addAll(points(handle, current, p, key.getKey(), some))));
        return points;
    }

    @Override
    public List<String> subjects(Handle handle, Mark.Kind kind) {
        return registry.current().facts().points().stream().map(Point::id).toList();
    }

    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        Step step = kind == Mark.Kind.DISCHARGE_HOUR ? Step.HOUR : Step.DAY;
        return BooksDischargeAccounts.starts(handle, subject, step, afterMs, max);
    }

    private static List<SeriesPoint> points(
            Handle handle, Registry registry, Point point, Mark.Kind kind, List<Mark> marks) {
        Step step = kind == Mark.Kind.DISCHARGE_HOUR ? Step.HOUR : Step.DAY;
        Set<Long> wanted = marks.stream().map(Mark::startMs).collect(Collectors.toSet());
        Instant from = Instant.ofEpochMilli(wanted.stream().min(Long::compare).orElse(0L));
        Instant to = Instant.ofEpochMilli(wanted.stream().max(Long::compare).orElse(0L) + 1);
        List<SeriesPoint> points = new ArrayList<>();
        for (DischargeRow row : BooksDischargeAccounts.rows(handle, registry, point.id(), from, to, step)) {
            if (wanted.contains(row.from().toEpochMilli())) {
                points.add(new SeriesPoint(
                        step == Step.HOUR ? SeriesSchema.DISCHARGE_HOUR : SeriesSchema.DISCHARGE_DAY,
                        tags(registry, point),
                        fields(point, row),
                        row.from().toEpochMilli()));
            }
        }
        return points;
    }

    private static Map<String, String> tags(Registry registry, Point point) {
        Map<String, String> tags = new TreeMap<>();
        tags.put(SeriesSchema.TAG_ENTERPRISE, point.enterpriseId());
        registry.enterprise(point.enterpriseId())
                .map(Enterprise::parkId)
                .ifPresent(park -> tags.put(SeriesSchema.TAG_PARK, park));
        String outlet = point.outletId();
        if (outlet != null) {
            tags.put(SeriesSchema.TAG_OUTLET, outlet);
        }
        tags.put(SeriesSchema.TAG_POINT, point.id());
        tags.put(SeriesSchema.TAG_QUANTITY, point.quantity());
        return tags;
    }

    private static Map<String, Object> fields(Point point, DischargeRow row) {
        Map<String, Object> fields = new TreeMap<>();
        Fields.put(fields, SeriesSchema.MEAN, row.mean());
        fields.put(SeriesSchema.VALID_SAMPLES, (long) row.validSamples());
        fields.put(SeriesSchema.COMPLETENESS, row.completeness());
        fields.put(SeriesSchema.QUALITY, row.quality().name());
        fields.put(SeriesSchema.UNIT, point.currentFacts().unit().symbol());
        return fields;
    }
}
