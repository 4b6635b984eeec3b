package io.greenpark.alerts.series;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import io.greenpark.store.series.SeriesSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The series {@code alert}: a point per step of a case, at the time of the step. Tags rule, event, case,
 * point or device, and whose case it is: enterprise and park, the park alone, or the district; fields title_zh, title_en,
 * figure, limit, unit, trial.
 */
public final class AlertSeries implements SeriesSource {
    private final RegistrySource registry;

    public AlertSeries(RegistrySource registry) {
        this.registry = registry;
    }

    @Override
    public Set<Mark.Kind> kinds() {
        return Set.of(Mark.Kind.ALERT);
    }

    @Override
    public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
        return marks.stream()
                .flatMap(mark -> CaseBook.find(handle, mark.subject()).stream())
                .flatMap(c -> c.events().stream().map(step -> point(c, step)))
                .toList();
    }

    @Override
    public List<String> subjects(Handle handle, Mark.Kind kind) {
        return CaseBook.ids(handle);
    }

    /** A case is one period that begins at 0, as its marks say. */
    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        return afterMs < 0 ? List.of(0L) : List.of();
    }

    private SeriesPoint point(Case c, CaseEvent step) {
        Map<String, String> tags = new TreeMap<>();
        whose(tags, c.about());
        tags.put(SeriesSchema.TAG_RULE, c.rule().code());
        tags.put(SeriesSchema.TAG_EVENT, step.kind().name().toLowerCase(Locale.ROOT));
        tags.put(SeriesSchema.TAG_CASE, c.id());
        put(tags, SeriesSchema.TAG_POINT, c.pointId());
        put(tags, SeriesSchema.TAG_DEVICE, c.deviceId());
        Map<String, Object> fields = new TreeMap<>();
        fields.put(SeriesSchema.TITLE_ZH, c.title().zh());
        fields.put(SeriesSchema.TITLE_EN, c.title().en());
        fields.put(SeriesSchema.TRIAL, c.trial());
        put(fields, SeriesSchema.FIGURE, number(c.figure()));
        put(fields, SeriesSchema.LIMIT, number(c.limit()));
        put(fields, SeriesSchema.UNIT, c.unit());
        return new SeriesPoint(SeriesSchema.ALERT, tags, fields, step.at().toEpochMilli());
    }

    private void whose(Map<String, String> tags, Subject about) {
        switch (about.scope()) {
            case ENTERPRISE -> {
                tags.put(SeriesSchema.TAG_ENTERPRISE, about.id());
                registry.current().enterprise(about.id()).ifPresent(e -> tags.put(SeriesSchema.TAG_PARK, e.parkId()));
            }
            case PARK -> tags.put(SeriesSchema.TAG_PARK, about.id());
            case DISTRICT -> tags.put(SeriesSchema.TAG_DISTRICT, about.id());
        }
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }

    private static <T> void put(Map<String, T> map, String key, @Nullable T value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
