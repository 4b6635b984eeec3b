package io.greenpark.accounting.series;

import io.greenpark.accounting.intensity.BooksIntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * {@code intensity_month} of enterprises: electricity on the basis of the assigned target, at its equivalent value where
 * none is assigned.
 */
public final class IntensitySeries implements SeriesSource {
    private final RegistrySource registry;
    private final Clock clock;

    public IntensitySeries(RegistrySource registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public Set<Mark.Kind> kinds() {
        return Set.of(Mark.Kind.INTENSITY_MONTH);
    }

    @Override
    public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
        Registry current = registry.current();
        List<SeriesPoint> points = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.kind() == Mark.Kind.INTENSITY_MONTH) {
                current.enterprise(mark.subject()).ifPresent(e -> points.addAll(points(handle, current, e, mark)));
            }
        }
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
        return BooksIntensityAccounts.months(handle, Subject.enterprise(subject), afterMs, max);
    }

    private List<SeriesPoint> points(Handle handle, Registry registry, Enterprise enterprise, Mark mark) {
        ParkTime time = registry.parkOf(enterprise).time();
        YearMonth month = time.monthOf(Instant.ofEpochMilli(mark.startMs()));
        ElectricityBasis basis = registry.target(Subject.enterprise(enterprise.id()), month.getYear())
                .map(Target::basis)
                .orElse(ElectricityBasis.EQUIVALENT);
        return BooksIntensityAccounts.rows(
                        handle,
                        registry,
                        Subject.enterprise(enterprise.id()),
                        month,
                        month.plusMonths(1),
                        basis,
                        clock.instant())
                .stream()
                .map(row -> new SeriesPoint(
                        SeriesSchema.INTENSITY_MONTH,
                        Map.of(
                                SeriesSchema.TAG_ENTERPRISE, enterprise.id(),
                                SeriesSchema.TAG_PARK, enterprise.parkId()),
                        fields(row),
                        mark.startMs()))
                .toList();
    }

    private static Map<String, Object> fields(IntensityRow row) {
        Map<String, Object> fields = new TreeMap<>();
        figure(fields, "", row.ofMonth());
        figure(fields, SeriesSchema.YEAR_TO_DATE, row.yearToDate());
        IntensityRow.TargetStanding standing = row.standing();
        if (standing != null) {
            Fields.put(fields, SeriesSchema.TARGET_CHANGE_PERCENT, standing.targetChangePercent());
            Fields.put(fields, SeriesSchema.GAP_POINTS, standing.gapPoints());
        }
        fields.put(SeriesSchema.COMPLETENESS, row.ofMonth().completeness());
        fields.put(SeriesSchema.STATUS, row.yearToDate().status().name());
        return fields;
    }

    private static void figure(Map<String, Object> fields, String prefix, IntensityRow.PeriodIntensity figure) {
        Fields.put(fields, prefix + SeriesSchema.TCE, figure.tce());
        Fields.put(fields, prefix + SeriesSchema.IVA_CNY, figure.ivaCny());
        Fields.put(fields, prefix + SeriesSchema.TCE_PER_10K_CNY, figure.tcePer10kCny());
        Fields.put(fields, prefix + SeriesSchema.CHANGE_PERCENT, figure.changePercent());
    }
}
