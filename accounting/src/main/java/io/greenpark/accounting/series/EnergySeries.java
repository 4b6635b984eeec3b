package io.greenpark.accounting.series;

import io.greenpark.accounting.energy.EnergyFigures;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.ParkTime;
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

/**
 * {@code energy_hour} and {@code energy_day}: an enterprise's amounts by carrier, standard coal (electricity at its
 * equivalent value) and CO2.
 */
public final class EnergySeries implements SeriesSource {
    private final RegistrySource registry;

    public EnergySeries(RegistrySource registry) {
        this.registry = registry;
    }

    @Override
    public Set<Mark.Kind> kinds() {
        return Set.of(Mark.Kind.ENERGY_HOUR, Mark.Kind.ENERGY_DAY);
    }

    @Override
    public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
        Registry current = registry.current();
        List<SeriesPoint> points = new ArrayList<>();
        marks.stream()
                .filter(m -> kinds().contains(m.kind()))
                .collect(Collectors.groupingBy(m -> Map.entry(m.kind(), m.subject())))
                .forEach((key, some) -> current.enterprise(key.getValue())
                        .ifPresent(e -> points.addAll(points(handle, current, e, key.getKey(), some))));
        return points;
    }

    @Override
    public List<String> subjects(Handle handle, Mark.Kind kind) {
        return registry.current().facts().enterprises().stream()
                .map(Enterprise::id)
                .toList();
    }

    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        return EnergyFigures.starts(
                handle, kind == Mark.Kind.ENERGY_HOUR ? Step.HOUR : Step.DAY, subject, afterMs, max);
    }

    private static List<SeriesPoint> points(
            Handle handle, Registry registry, Enterprise enterprise, Mark.Kind kind, List<Mark> marks) {
        Step step = kind == Mark.Kind.ENERGY_HOUR ? Step.HOUR : Step.DAY;
        String measurement = step == Step.HOUR ? SeriesSchema.ENERGY_HOUR : SeriesSchema.ENERGY_DAY;
        ParkTime time = registry.parkOf(enterprise).time();
        long from = marks.stream().mapToLong(Mark::startMs).min().orElse(0);
        long to = marks.stream().mapToLong(Mark::startMs).max().orElse(0) + 1;
        EnergyFigures figures = EnergyFigures.load(
                handle, registry, enterprise.id(), step, new TimeRange(from, to), ElectricityBasis.EQUIVALENT);
        Map<String, String> tags =
                Map.of(SeriesSchema.TAG_ENTERPRISE, enterprise.id(), SeriesSchema.TAG_PARK, enterprise.parkId());
        List<SeriesPoint> points = new ArrayList<>();
        for (Mark mark : marks) {
            long end = time.endOf(step, Instant.ofEpochMilli(mark.startMs())).toEpochMilli();
            points.add(new SeriesPoint(
                    measurement, tags, fields(figures.of(new TimeRange(mark.startMs(), end))), mark.startMs()));
        }
        return points;
    }

    private static Map<String, Object> fields(EnergyFigures.PeriodEnergy f) {
        Map<String, Object> fields = new TreeMap<>();
        f.amounts()
                .forEach((carrier, amount) ->
                        fields.put(SeriesSchema.amount(carrier), carrier.unit().fromBase(amount)));
        Fields.put(fields, SeriesSchema.TCE, f.tce().tonnes());
        Fields.put(fields, SeriesSchema.CO2_T, f.co2().tonnes());
        fields.put(SeriesSchema.COMPLETENESS, f.completeness());
        fields.put(SeriesSchema.QUALITY, f.quality().name());
        fields.put(SeriesSchema.STATUS, FigureStatus.PROVISIONAL.name());
        return fields;
    }
}
