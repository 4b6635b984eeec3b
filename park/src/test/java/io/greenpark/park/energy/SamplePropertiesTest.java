package io.greenpark.park.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.discharge.DischargeMean;
import io.greenpark.park.discharge.DischargeMean.Part;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.Counting;
import io.greenpark.park.registry.PointFacts.Direction;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Samples of devices with all their bad habits, at random: what comes of them does not depend on how they are cut. */
class SamplePropertiesTest {
    private static final List<String> ZONES =
            List.of("Asia/Shanghai", "Asia/Kathmandu", "Europe/Berlin", "Australia/Lord_Howe");
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2026, 3, 29), LocalDate.of(2026, 4, 5), LocalDate.of(2026, 10, 4), LocalDate.of(2026, 10, 25));
    private static final List<Duration> PERIODS = List.of(
            Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(1));
    private static final double[] SENTINELS = {-9999, 9999.99, 65535, 4294967295d, 1e308, -1};

    /** A point and what it sent around a day. */
    private static final class Device {
        private final Random random;
        private final ParkTime time;
        private final Point point;
        private final long fromMs;
        private final long toMs;
        private final long largest = 100;
        private final List<Sample> samples;
        private final List<Long> corrected = new ArrayList<>();

        private Device(long seed, boolean metered) {
            random = new Random(seed);
            time = new ParkTime(ZoneId.of(one(ZONES)));
            LocalDate day = one(DAYS);
            fromMs = time.startOf(day.minusDays(1)).toEpochMilli();
            toMs = time.startOf(day.plusDays(2)).toEpochMilli();
            Duration period = one(PERIODS);
            Duration due = period.isZero() ? Duration.ofMinutes(1 + random.nextInt(40)) : period;
            boolean interval = metered && !period.isZero() && random.nextBoolean();
            PointFacts facts = new PointFacts(
                    Instant.EPOCH,
                    metered ? (interval ? Unit.KWH : Unit.KW) : Unit.MG_PER_M3,
                    interval ? PointKind.INTERVAL : PointKind.GAUGE,
                    period,
                    one(List.of(Stamp.values())),
                    due,
                    null,
                    BigDecimal.ONE,
                    false,
                    null,
                    metered ? Carrier.ELECTRICITY : null,
                    new Counting(one(List.of(Direction.values())), metered ? 1 : 0),
                    time.zone(),
                    PointFacts.Bounds.NONE,
                    null);
            point = new Point("p", "d", "k", "e", "o", "nox", Bilingual.same("p"), List.of(facts), List.of(), null);
            samples = sent(due.toMillis());
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private List<Sample> sent(long dueMs) {
            TreeMap<Long, Sample> set = new TreeMap<>();
            long offset = random.nextInt(3) == 0 ? random.nextInt((int) Math.min(dueMs, 3_600_000)) : 0;
            int jitter = 1 + random.nextInt(90_000);
            for (long at = fromMs - 3 * dueMs; at < toMs + 3 * dueMs; at += dueMs) {
                long stamp = at + offset + (random.nextInt(4) == 0 ? random.nextInt(jitter) - jitter / 2 : 0);
                for (int copies = random.nextInt(8) == 0 ? 2 : 1; copies > 0; copies--) {
                    put(set, stamp + (copies == 2 ? random.nextInt(20_000) : 0));
                }
                if (random.nextInt(30) == 0) {
                    at += dueMs * random.nextInt(5);
                }
            }
            return List.copyOf(set.values());
        }

        private void put(TreeMap<Long, Sample> set, long stamp) {
            double value = random.nextInt(12) == 0
                    ? SENTINELS[random.nextInt(SENTINELS.length)]
                    : random.nextInt((int) largest * 10) / 10.0;
            Flag flag = random.nextInt(15) == 0 ? Flag.FAULT : Flag.NORMAL;
            if (set.put(stamp, new Sample(stamp, value, flag, random.nextInt(1_000_000))) != null) {
                corrected.add(stamp);
            }
        }

        private List<Sample> within(long from, long to) {
            return samples.stream()
                    .filter(s -> from <= s.timeMs() && s.timeMs() < to)
                    .toList();
        }

        /** The hours of a window, from the samples that the books load for it. */
        private List<EnergyHour> hours(long from, long to) {
            long reach = EnergyHourCalculation.reachMs(point);
            return DefaultHours.calculate(
                            point, time, within(from - reach, to + reach), Long.MIN_VALUE, corrected, from, to)
                    .hours();
        }
    }

    @Property(tries = 300)
    void hours_are_the_same_in_whatever_windows_they_are_computed(@ForAll long seed) {
        Device device = new Device(seed, true);
        List<EnergyHour> whole = device.hours(device.fromMs, device.toMs);
        List<EnergyHour> cut = new ArrayList<>();
        for (long from = device.fromMs; from < device.toMs; ) {
            long to = from;
            for (int n = 1 + device.random.nextInt(7); n > 0 && to < device.toMs; n--) {
                to = device.time.endOf(Step.HOUR, Instant.ofEpochMilli(to)).toEpochMilli();
            }
            cut.addAll(device.hours(from, to));
            from = to;
        }
        assertThat(cut).isEqualTo(whole);
    }

    @Property(tries = 300)
    void hours_cover_no_more_than_there_is_and_hold_no_more_than_values_can_mean(@ForAll long seed) {
        Device device = new Device(seed, true);
        long before = Long.MIN_VALUE;
        for (EnergyHour hour : device.hours(device.fromMs, device.toMs)) {
            long length = device.time
                            .endOf(Step.HOUR, Instant.ofEpochMilli(hour.hourMs()))
                            .toEpochMilli()
                    - hour.hourMs();
            assertThat(hour.hourMs()).isGreaterThan(before);
            before = hour.hourMs();
            assertThat(hour.coveredMs()).isBetween(0L, length);
            assertThat(hour.amount() == null).isEqualTo(hour.coveredMs() == 0);
            assertThat(hour.estimated().hour().ms()).isBetween(0L, hour.coveredMs());
            if (hour.amount() != null) {
                assertThat(Math.abs(hour.amount())).isLessThanOrEqualTo(most(device, length));
            }
        }
    }

    /** Neighbours may have the tolerance in common, a tenth of a period. */
    private static long most(Device device, long lengthMs) {
        PointFacts facts = device.point.currentFacts();
        long perHour = facts.kind() == PointKind.INTERVAL
                ? 1_000 * device.largest * ParkTime.HOUR_MS / facts.period().toMillis()
                : 1_000 * device.largest;
        return perHour * lengthMs / ParkTime.HOUR_MS * 12 / 10 + 2_000 * device.largest;
    }

    @Property(tries = 300)
    void means_are_the_same_in_whatever_windows_and_parts_they_are_computed(@ForAll long seed) {
        Device device = new Device(seed, false);
        DischargeMean all =
                DischargeMean.of(device.point, device.time, device.samples, device.corrected, Long.MAX_VALUE);
        long reach = EnergyHourCalculation.reachMs(device.point);
        for (long from = device.fromMs; from < device.toMs; ) {
            long to = device.time.endOf(Step.HOUR, Instant.ofEpochMilli(from)).toEpochMilli();
            DischargeMean near = DischargeMean.of(
                    device.point,
                    device.time,
                    device.within(from - reach, to + reach),
                    device.corrected,
                    Long.MAX_VALUE);
            assertThat(near.over(from, to)).isEqualTo(all.over(from, to));
            from = to;
        }
        Part parts = Part.NONE;
        for (long from = device.fromMs; from < device.toMs; ) {
            long to = Math.min(device.toMs, from + 1 + device.random.nextInt(5_000_000));
            parts = parts.then(all.part(from, to, device.toMs - device.fromMs));
            from = to;
        }
        Part whole = all.part(device.fromMs, device.toMs, device.toMs - device.fromMs);
        assertThat(parts.sum()).isEqualByComparingTo(whole.sum());
        assertThat(parts.coveredMs()).isEqualTo(whole.coveredMs()).isLessThanOrEqualTo(device.toMs - device.fromMs);
        assertThat(parts.samples()).isEqualTo(whole.samples());
    }

    @Property(tries = 300)
    void a_mean_lies_between_the_values_it_rests_on(@ForAll long seed) {
        Device device = new Device(seed, false);
        DischargeMean.Mean mean = DischargeMean.of(
                        device.point, device.time, device.samples, device.corrected, Long.MAX_VALUE)
                .over(device.fromMs, device.toMs);
        assertThat(mean.completeness()).isBetween(0.0, 1.0);
        if (mean.mean() != null) {
            assertThat(mean.mean()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(device.largest));
        }
    }
}
