package io.greenpark.accounting.series;

import static io.greenpark.accounting.series.CoverageFields.putCoverage;

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

/**
 * {@code energy_hour} and {@code energy_day}: an enterprise's amounts by carrier, standard coal (electricity at its
 * equivalent value) and CO2.
 */
public final class EnergySeries extends SubjectSeries<Enterprise> {
    public EnergySeries(RegistrySource registry) {
        super(registry, SeriesSubjects.ENTERPRISES, Set.of(Mark.Kind.ENERGY_HOUR, Mark.Kind.ENERGY_DAY));
    }

    private static Step step(Mark.Kind kind) {
        return kind == Mark.Kind.ENERGY_HOUR ? Step.HOUR : Step.DAY;
    }

    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        return EnergyFigures.starts(handle, step(kind), subject, afterMs, max);
    }

    @Override
    protected List<SeriesPoint> points(
            Handle handle, Registry registry, Enterprise enterprise, Mark.Kind kind, SortedSet<Long> startsMs) {
        Step step = step(kind);
        String measurement = step == Step.HOUR ? SeriesSchema.ENERGY_HOUR : SeriesSchema.ENERGY_DAY;
        ParkTime time = registry.parkOf(enterprise).time();
        TimeRange range = new TimeRange(startsMs.first(), startsMs.last() + 1);
        EnergyFigures figures =
                EnergyFigures.load(handle, registry, enterprise.id(), step, range, ElectricityBasis.EQUIVALENT);
        Map<String, String> tags = tags(enterprise);
        List<SeriesPoint> points = new ArrayList<>();
        for (long start : startsMs) {
            long end = time.endOf(step, Instant.ofEpochMilli(start)).toEpochMilli();
            points.add(new SeriesPoint(measurement, tags, fields(figures.of(new TimeRange(start, end))), start));
        }
        return points;
    }

    private static Map<String, Object> fields(EnergyFigures.PeriodEnergy f) {
        Map<String, Object> fields = new TreeMap<>();
        f.amounts()
                .forEach((carrier, amount) ->
                        fields.put(SeriesSchema.amount(carrier), carrier.unit().fromBase(amount)));
        putIfKnown(fields, SeriesSchema.TCE, f.tce().tonnes());
        putIfKnown(fields, SeriesSchema.CO2_T, f.co2().tonnes());
        putCoverage(fields, f.time().coverage());
        fields.put(SeriesSchema.QUALITY, f.quality().name());
        fields.put(SeriesSchema.STATUS, FigureStatus.PROVISIONAL.name());
        return fields;
    }
}
