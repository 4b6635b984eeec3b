package io.greenpark.accounting.basis;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.energy.EnergyBooking;
import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.finding.FindingKeeper;
import io.greenpark.accounting.finding.PointFindings;
import io.greenpark.accounting.work.AccountWorkTable;
import io.greenpark.accounting.work.IntensityWork;
import io.greenpark.accounting.work.IntensityWorkTable;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.BooksTx;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Notes the work that changed facts make, in the transaction that writes their digests. */
final class BasisWork {
    private final BooksTx tx;
    private final Registry registry;
    private final FirstMonths firstMonths;

    BasisWork(BooksTx tx, Registry registry) {
        this.tx = tx;
        this.registry = registry;
        this.firstMonths = new FirstMonths(tx.handle());
    }

    /**
     * Notes what is to be booked or computed anew.
     *
     * @param were whether there were such facts before
     * @param are whether there are now
     */
    void note(BasisKey key, boolean were, boolean are) {
        switch (key.kind()) {
            case POINT -> {
                hours(key.id());
                findings(key.id());
            }
            case FACTORS -> factors(key.enterprise(), were);
            case METERING -> metering(key.enterprise());
            case STATISTICS -> statistics(key);
            case MEMBERS -> members(key.subject(), are);
            case TARGETS -> targets(key.subject());
        }
    }

    /** From the first to the last hour in which the point has samples or bookings. */
    private void hours(String point) {
        ReadingStore readings = tx.readings();
        Optional<TimeRange> sampled = readings.firstFrom(point, 0).flatMap(first -> readings.latest(point)
                .map(last -> new TimeRange(hourOf(first), hourOf(last) + 2 * HOUR_MS)));
        Stream.of(HourBook.over(tx.handle()).bookedHours(point), sampled)
                .flatMap(Optional::stream)
                .reduce(TimeRange::span)
                .ifPresent(all -> AccountWorkTable.note(tx.handle(), Map.of(point, List.of(all))));
    }

    /** Hours that are not booked any more take back nothing of themselves. */
    private void findings(String point) {
        Set<FindingKind> spokenFor = registry.point(point)
                .map(p -> PointFindings.kinds(EnergyBooking.concerns(p), DischargeBooker.concerns(p)))
                .orElse(Set.of());
        FindingKeeper.keepOnly(tx.handle(), point, spokenFor);
    }

    private static long hourOf(Sample sample) {
        return Math.floorDiv(sample.timeMs(), HOUR_MS) * HOUR_MS;
    }

    private void factors(String enterprise, boolean were) {
        Optional<Long> first = were ? firstOf(enterprise) : firstMonths.ofEnergy(enterprise);
        first.ifPresent(month -> note(IntensityWork.withAreas(enterprise), month));
    }

    /** The first month of which an enterprise, its park or the district has figures, or the enterprise energy. */
    private Optional<Long> firstOf(String enterprise) {
        return Stream.of(
                        firstMonths.ofEnergy(enterprise),
                        firstMonths.of(Subject.enterprise(enterprise)),
                        registry.enterprise(enterprise)
                                .map(Enterprise::parkId)
                                .map(Subject::park)
                                .flatMap(firstMonths::of),
                        firstMonths.ofDistrict())
                .flatMap(Optional::stream)
                .min(Long::compare);
    }

    /**
     * Where other points make up the boundary, months without any reading of them change too: that a meter is silent makes
     * the figures of its enterprise, park and district missing. An enterprise that is gone changes those of the district;
     * its park has other members then.
     */
    private void metering(String enterprise) {
        IntensityWork work = registry.enterprise(enterprise).isPresent()
                ? IntensityWork.withAreas(enterprise)
                : IntensityWork.alone(district());
        firstOf(enterprise).ifPresent(first -> note(work, first));
    }

    /** Nothing before a year rests on its statistics. The park and the district may have months without own energy. */
    private void statistics(BasisKey key) {
        String enterprise = key.enterprise();
        long yearMs =
                registry.timeOf(enterprise).startOf(YearMonth.of(key.year(), 1)).toEpochMilli();
        firstOf(enterprise).ifPresent(first -> note(IntensityWork.withAreas(enterprise), Math.max(first, yearMs)));
    }

    /** Figures of members are older than those of a park that was empty before; one that is left has none any more. */
    private void members(Subject area, boolean are) {
        boolean park = area.scope() == Subject.Scope.PARK;
        Optional<Long> first = park && !are
                ? firstMonths.ofKnown(area)
                : Stream.of(firstMonths.of(area), firstMonths.ofDistrict())
                        .flatMap(Optional::stream)
                        .min(Long::compare);
        if (park || area.equals(district())) {
            first.ifPresent(month -> note(IntensityWork.alone(area), month));
        }
    }

    private void targets(Subject subject) {
        boolean there = subject.scope() == Subject.Scope.ENTERPRISE
                ? registry.enterprise(subject.id()).isPresent()
                : subject.scope() == Subject.Scope.PARK || subject.equals(district());
        if (there) {
            firstMonths.of(subject).ifPresent(month -> note(IntensityWork.alone(subject), month));
        }
    }

    private Subject district() {
        return Subject.district(registry.facts().districtId());
    }

    /** What changed in the texts of earlier versions, which tell no more than that it is one of all these. */
    void noteAll(String enterprise) {
        firstOf(enterprise).ifPresent(month -> note(IntensityWork.withAreas(enterprise), month));
    }

    private void note(IntensityWork work, long monthMs) {
        IntensityWorkTable.note(tx.handle(), work, monthMs);
    }
}
