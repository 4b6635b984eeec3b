package io.greenpark.alerts.series;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
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
 * The series {@code alert}: a point per step of a case, at the time of the step. Tags enterprise, park, rule, event and
 * point or device; fields case, title_zh, title_en, figure, limit, unit, trial.
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
                .flatMap(c -> c.steps().stream().map(step -> point(c, step)))
                .toList();
    }

    private SeriesPoint point(Case c, Case.Step step) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("enterprise", c.enterpriseId());
        registry.current()
                .enterprise(c.enterpriseId())
                .map(Enterprise::parkId)
                .ifPresent(park -> tags.put("park", park));
        tags.put("rule", c.rule().code());
        tags.put("event", step.kind().name().toLowerCase(Locale.ROOT));
        put(tags, "point", c.pointId());
        put(tags, "device", c.deviceId());
        Map<String, Object> fields = new TreeMap<>();
        fields.put("case", c.id());
        fields.put("title_zh", c.title().zh());
        fields.put("title_en", c.title().en());
        fields.put("trial", c.trial());
        put(fields, "figure", number(c.figure()));
        put(fields, "limit", number(c.limit()));
        put(fields, "unit", c.unit());
        return new SeriesPoint("alert", tags, fields, step.at().toEpochMilli());
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
