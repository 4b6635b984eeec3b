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
import io.greenpark.store.series.SeriesSubjects;
import io.greenpark.store.series.SubjectSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** {@code discharge_hour} and {@code discharge_day}: the means of discharge points. */
public final class DischargeSeries extends SubjectSeries<Point> {
    public DischargeSeries(RegistrySource registry) {
        super(registry, SeriesSubjects.POINTS, Set.of(Mark.Kind.DISCHARGE_HOUR, Mark.Kind.DISCHARGE_DAY));
    }

    private static Step step(Mark.Kind kind) {
        return kind == Mark.Kind.DISCHARGE_HOUR ? Step.HOUR : Step.DAY;
    }

    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        return BooksDischargeAccounts.starts(handle, subject, step(kind), afterMs, max);
    }

    @Override
    protected List<SeriesPoint> points(
            Handle handle, Registry registry, Point point, Mark.Kind kind, SortedSet<Long> startsMs) {
        Step step = step(kind);
        String measurement = step == Step.HOUR ? SeriesSchema.DISCHARGE_HOUR : SeriesSchema.DISCHARGE_DAY;
        Instant from = Instant.ofEpochMilli(startsMs.first());
        Instant to = Instant.ofEpochMilli(startsMs.last() + 1);
        List<SeriesPoint> points = new ArrayList<>();
        for (DischargeRow row : BooksDischargeAccounts.rows(handle, registry, point.id(), from, to, step)) {
            long start = row.from().toEpochMilli();
            if (startsMs.contains(start)) {
                points.add(new SeriesPoint(measurement, tags(registry, point), fields(point, row), start));
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
        putIfKnown(tags, SeriesSchema.TAG_OUTLET, point.outletId());
        tags.put(SeriesSchema.TAG_POINT, point.id());
        tags.put(SeriesSchema.TAG_QUANTITY, point.quantity());
        return tags;
    }

    private static Map<String, Object> fields(Point point, DischargeRow row) {
        Map<String, Object> fields = new TreeMap<>();
        putIfKnown(fields, SeriesSchema.MEAN, row.mean());
        fields.put(SeriesSchema.VALID_SAMPLES, (long) row.validSamples());
        fields.put(SeriesSchema.COMPLETENESS, row.completeness());
        fields.put(SeriesSchema.QUALITY, row.quality().name());
        fields.put(SeriesSchema.UNIT, point.currentFacts().unit().symbol());
        return fields;
    }
}
