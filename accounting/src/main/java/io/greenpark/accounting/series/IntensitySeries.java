package io.greenpark.accounting.series;

import static io.greenpark.accounting.series.CoverageFields.putCoverage;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.ToldIntensities;
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
import io.greenpark.store.series.SeriesSubjects;
import io.greenpark.store.series.SubjectSeries;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * {@code intensity_month} of enterprises: electricity on the basis of the assigned target, at its equivalent value where
 * none is assigned. Grafana shows it to whoever may look there, so an enterprise's value added is never in it, and its
 * intensity only where every statistic in it may be held against it.
 */
public final class IntensitySeries extends SubjectSeries<Enterprise> {
    private final RegistrySource registry;
    private final Disclosures disclosures;
    private final ToldIntensities told;

    public IntensitySeries(RegistrySource registry, Disclosures disclosures, Clock clock) {
        super(registry, SeriesSubjects.ENTERPRISES, Set.of(Mark.Kind.INTENSITY_MONTH));
        this.registry = registry;
        this.disclosures = disclosures;
        this.told = new ToldIntensities(disclosures, clock);
    }

    @Override
    public boolean holdsBack() {
        return disclosures.of(registry.current()).guarding();
    }

    @Override
    protected Set<String> withheld(Registry registry, Enterprise enterprise, long timeMs, Set<String> fields) {
        YearMonth month = registry.parkOf(enterprise).time().monthOf(Instant.ofEpochMilli(timeMs));
        return TellableFields.of(registry, disclosures.of(registry), enterprise).withheld(month, fields);
    }

    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        return ToldIntensities.months(handle, Subject.enterprise(subject), afterMs, max);
    }

    @Override
    protected List<SeriesPoint> points(
            Handle handle, Registry registry, Enterprise enterprise, Mark.Kind kind, SortedSet<Long> startsMs) {
        Map<String, String> tags = tags(enterprise);
        IntensityAccounts accounts = told.on(handle, registry, Audience.ANYONE);
        List<SeriesPoint> points = new ArrayList<>();
        for (long start : startsMs) {
            IntensityRow row = row(accounts, registry, enterprise, start);
            points.add(new SeriesPoint(SeriesSchema.INTENSITY_MONTH, tags, fields(row), start));
        }
        return points;
    }

    private static IntensityRow row(
            IntensityAccounts accounts, Registry registry, Enterprise enterprise, long monthMs) {
        ParkTime time = registry.parkOf(enterprise).time();
        YearMonth month = time.monthOf(Instant.ofEpochMilli(monthMs));
        Subject subject = Subject.enterprise(enterprise.id());
        ElectricityBasis basis =
                registry.target(subject, month.getYear()).map(Target::basis).orElse(ElectricityBasis.EQUIVALENT);
        return accounts.rows(subject, month, month.plusMonths(1), basis).get(0);
    }

    private static Map<String, Object> fields(IntensityRow row) {
        Map<String, Object> fields = new TreeMap<>();
        figure(fields, "", row.ofMonth());
        figure(fields, SeriesSchema.YEAR_TO_DATE, row.yearToDate());
        IntensityRow.TargetStanding standing = row.standing();
        if (standing != null) {
            putIfKnown(fields, SeriesSchema.TARGET_CHANGE_PERCENT, standing.targetChangePercent());
            putIfKnown(fields, SeriesSchema.GAP_POINTS, standing.gapPoints());
        }
        putCoverage(fields, row.ofMonth().coverage());
        fields.put(SeriesSchema.STATUS, row.yearToDate().status().name());
        return fields;
    }

    private static void figure(Map<String, Object> fields, String prefix, IntensityRow.PeriodIntensity figure) {
        putIfKnown(fields, prefix + SeriesSchema.TCE, figure.tce());
        putIfKnown(fields, prefix + SeriesSchema.TCE_PER_10K_CNY, figure.tcePer10kCny());
        putIfKnown(fields, prefix + SeriesSchema.CHANGE_PERCENT, figure.changePercent());
    }
}
