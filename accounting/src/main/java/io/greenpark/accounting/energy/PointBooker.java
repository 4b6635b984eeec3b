package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.finding.PointFindings;
import io.greenpark.accounting.work.HeldValue;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.EnergyHourCalculation;
import io.greenpark.park.energy.RegisterFinding;
import io.greenpark.park.energy.RegisterRules;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.sample.SampleFinding;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the touched hours of one point, and those around them that depend on them: for a register from the last
 * confirmed value before to where its new state meets the stored one, for everything else as far as a sample reaches. Where
 * the register's arithmetic had to look farther back than that, it is given more; where it takes back what was booked long
 * before, these hours are booked again, and so are later ones that rest on what has changed.
 */
final class PointBooker {
    /** How far beyond the touched hours a register's new state is expected to meet the stored one. */
    private static final long FORWARD_MS = 6 * HOUR_MS;
    /** How much is booked next where it has not: ever more, so that one reading after a year makes tens of portions. */
    private static final long CONTINUE_MS = 24 * HOUR_MS;

    private static final long CONTINUE_AT_MOST_MS = 32 * CONTINUE_MS;
    /** A register that moves is known soon after; one that does not move may take two days. */
    private static final long LOOK_AHEAD_MS = 3 * HOUR_MS;

    private static final long LOOK_FARTHER_MS = 48 * HOUR_MS;

    private final StoredPointHours stored;
    private final ReadingStore readings;
    private final Point point;
    private final ParkTime time;
    private final RegisterRules rules;
    private final long nowMs;
    private final long reachMs;
    private long heldToMs;
    private List<SampleFinding> sampleFindings = List.of();
    private List<RegisterFinding> registerFindings = List.of();

    PointBooker(
            StoredPointHours stored,
            ReadingStore readings,
            Point point,
            ParkTime time,
            RegisterRules rules,
            long nowMs) {
        this.stored = stored;
        this.readings = readings;
        this.point = point;
        this.time = time;
        this.rules = rules;
        this.nowMs = nowMs;
        this.reachMs = EnergyHourCalculation.reachMs(point);
    }

    /** The samples that booking touched hours of a point usually asks for. */
    static TimeRange neededSamples(Point point, TimeRange touched) {
        long reach = EnergyHourCalculation.reachMs(point);
        boolean register = EnergyHourCalculation.register(point);
        return new TimeRange(
                touched.fromMs() - 2 * reach - HOUR_MS,
                touched.toMs() + (register ? Math.max(FORWARD_MS, reach) + LOOK_AHEAD_MS : 2 * reach) + 2 * HOUR_MS);
    }

    PointBooking book(TimeRange touched) {
        return EnergyHourCalculation.register(point) ? bookRegister(touched) : bookPeriods(touched);
    }

    /** The value that stands for now, of what was booked; null if none does. */
    @Nullable
    HeldValue held(TimeRange booked) {
        return HeldValue.of(point.id(), nowMs, heldToMs, booked);
    }

    /** What was noticed in the hours that were booked. */
    PointFindings findings(TimeRange booked) {
        return PointFindings.ofEnergy(point, booked, sampleFindings, registerFindings, DischargeBooker.concerns(point));
    }

    /** That of hours whose arithmetic failed nothing is noticed either. */
    PointFindings nothingFound(TimeRange missing) {
        return PointFindings.ofEnergy(point, missing, List.of(), List.of(), DischargeBooker.concerns(point));
    }

    /** That nothing is known of touched hours, since their arithmetic failed. */
    PointBooking missing(TimeRange touched) {
        TimeRange range = new TimeRange(hourOf(touched.fromMs()), hourOf(touched.toMs() - 1) + HOUR_MS);
        List<EnergyHour> hours = new ArrayList<>();
        for (Instant at = Instant.ofEpochMilli(range.fromMs());
                at.toEpochMilli() < range.toMs();
                at = time.endOf(Step.HOUR, at)) {
            hours.add(EnergyHour.missing(at.toEpochMilli()));
        }
        return new PointBooking(point, range, hours, stored.of(point.id(), range.fromMs(), range.toMs()), null);
    }

    private PointBooking bookPeriods(TimeRange touched) {
        TimeRange range = new TimeRange(hourOf(touched.fromMs() - reachMs), hourOf(touched.toMs() + reachMs) + HOUR_MS);
        TimeRange around = range.widened(reachMs);
        List<Sample> samples = readings.range(point.id(), around.fromMs(), around.toMs());
        List<EnergyHour> hours = calculate(samples, null, range).hours();
        return new PointBooking(point, range, hours, stored.of(point.id(), range.fromMs(), range.toMs()), null);
    }

    private PointBooking bookRegister(TimeRange touched) {
        Long confirmed = stored.restartBefore(point.id(), hourOf(touched.fromMs()));
        long from = hourOf(Math.min(touched.fromMs() - reachMs, confirmed == null ? firstMs(touched) : confirmed));
        long to = hourOf(touched.toMs() + Math.max(FORWARD_MS, reachMs)) + HOUR_MS;
        List<EnergyHour> hours = registerHours(touched, new TimeRange(from, to));
        from = hours.get(0).hourMs();
        NavigableMap<Long, StoredHour> former = stored.of(point.id(), from, to);
        int met = meeting(hours, former, touched.toMs());
        if (met >= 0) {
            TimeRange range = new TimeRange(from, hours.get(met).hourMs() + HOUR_MS);
            PointBooking booking = new PointBooking(point, range, hours.subList(0, met + 1), former, null);
            return booking.changed().isEmpty() ? booking : booking.with(resting(range.toMs(), touched.toMs()));
        }
        boolean more = readings.firstFrom(point.id(), to).isPresent();
        TimeRange remaining = more ? new TimeRange(to, to + continued(touched)) : null;
        return new PointBooking(point, new TimeRange(from, to), hours, former, remaining);
    }

    private static long continued(TimeRange touched) {
        long twice = 2 * (touched.toMs() - touched.fromMs()) / HOUR_MS * HOUR_MS;
        return Math.max(CONTINUE_MS, Math.min(twice, CONTINUE_AT_MOST_MS));
    }

    /** Where a later decision looked back at what has changed: a fall weeks after, say; null if none did. */
    private @Nullable TimeRange resting(long fromMs, long changedToMs) {
        TimeRange range = new TimeRange(fromMs, fromMs + rules.lookBackMs());
        Long hour = stored.firstResting(point.id(), range, changedToMs);
        return hour == null ? null : new TimeRange(hour, hour + HOUR_MS);
    }

    /** The hours of a range, and those before it that what was touched changes as well: an excursion of weeks taken back. */
    private List<EnergyHour> registerHours(TimeRange touched, TimeRange range) {
        long from = range.fromMs();
        Long restart = stored.restartBefore(point.id(), from);
        while (true) {
            long start = restart == null ? firstMs(touched) : restart;
            EnergyHourCalculation.Calculated calculated = settled(restart, start, new TimeRange(from, range.toMs()));
            Long needs = calculated.needsFromMs();
            long reworked = hourOf(reworkedFrom(calculated, touched, from));
            if (restart != null && needs != null && needs < restart) {
                restart = needs <= 0 ? null : earlier(stored.restartBefore(point.id(), hourOf(needs)), restart);
            } else if (reworked < from) {
                from = reworked;
                restart = restart == null ? null : earlier(stored.restartBefore(point.id(), from), restart);
            } else {
                return calculated.hours();
            }
        }
    }

    private static @Nullable Long earlier(@Nullable Long restart, long than) {
        return restart != null && restart < than ? restart : null;
    }

    private static long reworkedFrom(EnergyHourCalculation.Calculated calculated, TimeRange touched, long fromMs) {
        return calculated.reworks().stream()
                .filter(r -> r.decidedMs() >= touched.fromMs())
                .mapToLong(EnergyHourCalculation.Rework::fromMs)
                .reduce(fromMs, Math::min);
    }

    /** Loads as many samples after the hours as it takes to settle them. */
    private EnergyHourCalculation.Calculated settled(@Nullable Long restart, long startMs, TimeRange range) {
        long loadFrom = Math.min(startMs, range.fromMs() - reachMs);
        long lookAhead = Math.max(LOOK_AHEAD_MS, reachMs);
        while (true) {
            long loadTo = range.toMs() + lookAhead;
            List<Sample> samples = readings.range(point.id(), loadFrom, loadTo);
            EnergyHourCalculation.Calculated calculated = calculate(samples, restart, range);
            Optional<Sample> beyond =
                    calculated.settledMs() >= range.toMs() ? Optional.empty() : readings.firstFrom(point.id(), loadTo);
            if (beyond.isEmpty()) {
                return calculated;
            }
            lookAhead = Math.max(
                    Math.max(2 * lookAhead, LOOK_FARTHER_MS), beyond.get().timeMs() - range.toMs() + LOOK_AHEAD_MS);
        }
    }

    private EnergyHourCalculation.Calculated calculate(List<Sample> samples, @Nullable Long restart, TimeRange range) {
        long registerFrom = restart == null ? Long.MIN_VALUE : restart;
        List<Long> corrected = corrected(range.widened(reachMs));
        EnergyHourCalculation.Calculated calculated = EnergyHourCalculation.calculate(
                point, time, samples, registerFrom, corrected, range.fromMs(), range.toMs(), rules, nowMs);
        heldToMs = calculated.heldToMs();
        sampleFindings = calculated.findings();
        registerFindings = calculated.registerFindings();
        return calculated;
    }

    private List<Long> corrected(TimeRange range) {
        return readings.superseded(point.id(), range.fromMs(), range.toMs()).stream()
                .map(Sample::timeMs)
                .distinct()
                .toList();
    }

    private long firstMs(TimeRange touched) {
        return readings.firstFrom(point.id(), 0).map(Sample::timeMs).orElse(touched.fromMs());
    }

    private long hourOf(long timeMs) {
        return time.hourOf(Instant.ofEpochMilli(timeMs)).toEpochMilli();
    }

    /** Index of the first hour after the touched ones at whose end the register's state is the stored one; -1 if none. */
    private static int meeting(List<EnergyHour> hours, NavigableMap<Long, StoredHour> former, long touchedToMs) {
        for (int i = 0; i < hours.size(); i++) {
            EnergyHour hour = hours.get(i);
            StoredHour was = former.get(hour.hourMs());
            Long restart = hour.restartMs();
            if (was != null && restart != null && restart >= touchedToMs && hour.equals(was.hour())) {
                return i;
            }
        }
        return -1;
    }
}
