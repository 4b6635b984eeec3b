package io.greenpark.accounting.series;

import static io.greenpark.accounting.series.CoverageFields.putCoverage;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.ToldIntensities;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
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
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * {@code intensity_month} of enterprises and {@code area_intensity_month} of parks and the district: electricity on the basis of
 * the assigned target, at its equivalent value where none is assigned. Grafana shows it to whoever may look there, so value added
 * is never in it, an enterprise's intensity only where every statistic in it may be held against it, and an area's only where
 * the sum tells nothing of one enterprise.
 */
public final class IntensitySeries extends SubjectSeries<Subject> {
    private static final SeriesSubjects<Subject> SUBJECTS = new SeriesSubjects<>() {
        @Override
        public Optional<Subject> find(Handle handle, Registry registry, String id) {
            return subject(registry, id);
        }

        @Override
        public List<String> ids(Handle handle, Registry registry) {
            Stream<String> areas = Stream.concat(
                    Stream.of(registry.facts().districtId()),
                    registry.facts().parks().stream().map(Park::id));
            return Stream.concat(registry.facts().enterprises().stream().map(Enterprise::id), areas)
                    .distinct()
                    .toList();
        }
    };

    private final RegistrySource registry;
    private final Disclosures disclosures;
    private final ToldIntensities told;

    public IntensitySeries(RegistrySource registry, Disclosures disclosures, Clock clock) {
        super(registry, SUBJECTS, Set.of(Mark.Kind.INTENSITY_MONTH));
        this.registry = registry;
        this.disclosures = disclosures;
        this.told = new ToldIntensities(disclosures, clock);
    }

    /** Whose the marks of an id are: of an enterprise, a park or the district; empty for nobody. */
    public static Optional<Subject> subject(Registry registry, String id) {
        if (registry.enterprise(id).isPresent()) {
            return Optional.of(Subject.enterprise(id));
        }
        if (registry.park(id).isPresent()) {
            return Optional.of(Subject.park(id));
        }
        return registry.facts().districtId().equals(id) ? Optional.of(Subject.district(id)) : Optional.empty();
    }

    @Override
    public boolean holdsBack() {
        return disclosures.of(registry.current()).guarding();
    }

    @Override
    protected Set<String> withheld(Registry registry, Subject subject, long timeMs, Set<String> fields) {
        YearMonth month = subject.time(registry).monthOf(Instant.ofEpochMilli(timeMs));
        return TellableFields.of(registry, disclosures.of(registry), subject).withheld(month, fields);
    }

    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        return subject(registry.current(), subject)
                .map(s -> ToldIntensities.months(handle, s, afterMs, max))
                .orElse(List.of());
    }

    @Override
    protected List<SeriesPoint> points(
            Handle handle, Registry registry, Subject subject, Mark.Kind kind, SortedSet<Long> startsMs) {
        String measurement = subject.scope() == Subject.Scope.ENTERPRISE
                ? SeriesSchema.INTENSITY_MONTH
                : SeriesSchema.AREA_INTENSITY_MONTH;
        Map<String, String> tags = tags(registry, subject);
        IntensityAccounts accounts = told.on(handle, registry, Audience.ANYONE);
        List<SeriesPoint> points = new ArrayList<>();
        for (long start : startsMs) {
            points.add(new SeriesPoint(measurement, tags, fields(row(accounts, registry, subject, start)), start));
        }
        return points;
    }

    private static Map<String, String> tags(Registry registry, Subject subject) {
        return switch (subject.scope()) {
            case ENTERPRISE ->
                registry.enterprise(subject.id()).map(SubjectSeries::tags).orElseThrow();
            case PARK -> Map.of(SeriesSchema.TAG_AREA, subject.id(), SeriesSchema.TAG_PARK, subject.id());
            case DISTRICT -> Map.of(SeriesSchema.TAG_AREA, subject.id(), SeriesSchema.TAG_DISTRICT, subject.id());
        };
    }

    private static IntensityRow row(IntensityAccounts accounts, Registry registry, Subject subject, long monthMs) {
        YearMonth month = subject.time(registry).monthOf(Instant.ofEpochMilli(monthMs));
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
