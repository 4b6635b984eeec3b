package io.greenpark.dashboards.grafana;

import io.greenpark.park.energy.Carrier;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import io.greenpark.store.series.SeriesSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Figures in the schema of the derived series, one for every mark, so that queries can be tried without the books. */
final class SampleSeries implements SeriesSource {
    private final RegistrySource registry;

    SampleSeries(RegistrySource registry) {
        this.registry = registry;
    }

    @Override
    public Set<Mark.Kind> kinds() {
        return Set.of(
                Mark.Kind.ENERGY_HOUR,
                Mark.Kind.ENERGY_DAY,
                Mark.Kind.INTENSITY_MONTH,
                Mark.Kind.DISCHARGE_HOUR,
                Mark.Kind.DISCHARGE_DAY,
                Mark.Kind.ALERT);
    }

    @Override
    public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
        return marks.stream().map(this::point).toList();
    }

    private SeriesPoint point(Mark mark) {
        return switch (mark.kind()) {
            case ENERGY_HOUR -> energy(SeriesSchema.ENERGY_HOUR, mark);
            case ENERGY_DAY -> energy(SeriesSchema.ENERGY_DAY, mark);
            case INTENSITY_MONTH -> intensity(mark);
            case DISCHARGE_HOUR -> discharge(SeriesSchema.DISCHARGE_HOUR, mark);
            case DISCHARGE_DAY -> discharge(SeriesSchema.DISCHARGE_DAY, mark);
            default -> alert(mark);
        };
    }

    private Map<String, String> enterprise(String id) {
        Map<String, String> tags = new HashMap<>();
        tags.put(SeriesSchema.TAG_ENTERPRISE, id);
        tags.put(
                SeriesSchema.TAG_PARK,
                registry.current().enterprise(id).orElseThrow().parkId());
        return tags;
    }

    private SeriesPoint energy(String measurement, Mark mark) {
        return new SeriesPoint(
                measurement,
                enterprise(mark.subject()),
                Map.of(
                        SeriesSchema.amount(Carrier.ELECTRICITY),
                        120.5,
                        SeriesSchema.amount(Carrier.NATURAL_GAS),
                        3.25,
                        SeriesSchema.amount(Carrier.WATER),
                        8.0,
                        SeriesSchema.TCE,
                        0.0148,
                        SeriesSchema.CO2_T,
                        0.07,
                        SeriesSchema.COMPLETENESS,
                        1.0),
                mark.startMs());
    }

    private SeriesPoint intensity(Mark mark) {
        return new SeriesPoint(
                SeriesSchema.INTENSITY_MONTH,
                enterprise(mark.subject()),
                Map.of(
                        SeriesSchema.TCE_PER_10K_CNY,
                        0.21,
                        SeriesSchema.YEAR_TO_DATE + SeriesSchema.TCE_PER_10K_CNY,
                        0.2,
                        SeriesSchema.YEAR_TO_DATE + SeriesSchema.CHANGE_PERCENT,
                        -3.5,
                        SeriesSchema.TARGET_CHANGE_PERCENT,
                        -5.0),
                mark.startMs());
    }

    private SeriesPoint discharge(String measurement, Mark mark) {
        return new SeriesPoint(
                measurement,
                outlet(mark.subject()),
                Map.of(SeriesSchema.MEAN, 31.5, SeriesSchema.VALID_SAMPLES, 4, SeriesSchema.COMPLETENESS, 1.0),
                mark.startMs());
    }

    private Map<String, String> outlet(String pointId) {
        var point = registry.current().point(pointId).orElseThrow();
        Map<String, String> tags = enterprise(point.enterpriseId());
        tags.put(SeriesSchema.TAG_POINT, pointId);
        tags.put(SeriesSchema.TAG_QUANTITY, point.quantity());
        tags.put(SeriesSchema.TAG_OUTLET, String.valueOf(point.outletId()));
        return tags;
    }

    private SeriesPoint alert(Mark mark) {
        Map<String, String> tags = outlet(mark.subject());
        tags.put(SeriesSchema.TAG_EVENT, "raised");
        return new SeriesPoint(
                SeriesSchema.ALERT,
                tags,
                Map.of(SeriesSchema.TITLE_ZH, "超标", SeriesSchema.TITLE_EN, "exceeded", SeriesSchema.FIGURE, 61.0),
                mark.startMs());
    }
}
