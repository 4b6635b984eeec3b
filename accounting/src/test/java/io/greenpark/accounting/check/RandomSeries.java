package io.greenpark.accounting.check;

import io.greenpark.park.energy.FaultyRegister;
import io.greenpark.park.energy.FaultyRegister.Fault;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.Bounds;
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
import org.jspecify.annotations.Nullable;

/**
 * A point and what it sent around a day on which clocks may be changed, with the bad habits of devices: stamps beside the
 * grid, doubled, late and replaced values, fillers, flags, gaps; facts that change; a time that is now.
 */
final class RandomSeries {
    private static final List<String> ZONES =
            List.of("Asia/Shanghai", "Asia/Kathmandu", "Europe/Berlin", "Australia/Lord_Howe");
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2026, 3, 29), LocalDate.of(2026, 4, 5), LocalDate.of(2026, 10, 4), LocalDate.of(2026, 10, 25));
    private static final List<Duration> PERIODS = List.of(
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofDays(1));
    private static final double[] SENTINELS = {
        -9999,
        9999,
        9999.99,
        -9999.9,
        99999,
        999999,
        65535,
        65534,
        -32768,
        32767,
        4294967295d,
        1e308,
        1e12,
        -1,
        Double.NaN
    };

    private static final long DAY_MS = 24 * ParkTime.HOUR_MS;

    private final Random random;
    private final ParkTime time;
    private final boolean metered;
    private final long fromMs;
    private final long toMs;
    private final Point point;
    private final List<Sample> samples;
    private final List<Sample> superseded = new ArrayList<>();
    private final long nowMs;

    private RandomSeries(long seed, boolean metered, boolean register) {
        this.random = new Random(seed);
        this.metered = metered;
        this.time = new ParkTime(ZoneId.of(one(ZONES)));
        LocalDate day = one(DAYS);
        this.fromMs = time.startOf(day.minusDays(1)).toEpochMilli();
        this.toMs = time.startOf(day.plusDays(2)).toEpochMilli();
        List<PointFacts> facts = register ? List.of(register()) : dated();
        this.point = new Point(
                "p",
                "d",
                "k",
                "e",
                "o",
                one(List.of("nox", "flue-o2", "rh")),
                Bilingual.same("p"),
                facts,
                List.of(),
                null);
        this.samples = register ? showed() : sent();
        this.nowMs =
                register || random.nextBoolean() ? Long.MAX_VALUE / 2 : fromMs + random.nextInt((int) (toMs - fromMs));
    }

    /** A meter of amounts or power. */
    static RandomSeries meter(long seed) {
        return new RandomSeries(seed, true, false);
    }

    /** A probe of concentrations. */
    static RandomSeries probe(long seed) {
        return new RandomSeries(seed, false, false);
    }

    /** A register that is now and then wrong. */
    static RandomSeries register(long seed) {
        return new RandomSeries(seed, true, true);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean seldom() {
        return random.nextInt(4) == 0;
    }

    private PointFacts register() {
        Duration due = one(List.of(Duration.ofMinutes(15), Duration.ofHours(1)));
        BigDecimal most = random.nextBoolean() ? BigDecimal.valueOf(24L * 3_600_000 / due.toMillis()) : null;
        return facts(Instant.EPOCH, Unit.KWH, PointKind.REGISTER, Duration.ZERO, due, most, BigDecimal.ONE);
    }

    /** Up to three facts, one after the other; what has a period keeps one. */
    private List<PointFacts> dated() {
        boolean momentary = random.nextInt(3) == 0;
        List<PointFacts> all = new ArrayList<>();
        all.add(facts(Instant.EPOCH, momentary));
        for (long at = fromMs; seldom() && all.size() < 3; ) {
            at += ParkTime.HOUR_MS + random.nextInt((int) (toMs - fromMs) / 3);
            at = seldom() ? at : at - at % ParkTime.HOUR_MS;
            all.add(facts(Instant.ofEpochMilli(at), momentary));
        }
        return all;
    }

    private PointFacts facts(Instant from, boolean momentary) {
        Duration period = momentary ? Duration.ZERO : one(PERIODS);
        Duration due = momentary ? Duration.ofMinutes(1 + random.nextInt(40)) : period;
        boolean interval = metered && !momentary && random.nextBoolean();
        Unit unit = metered
                ? (interval ? one(List.of(Unit.KWH, Unit.WH)) : one(List.of(Unit.KW, Unit.W)))
                : one(List.of(Unit.MG_PER_M3, Unit.UG_PER_M3));
        BigDecimal most = metered && seldom() ? BigDecimal.valueOf(20 + random.nextInt(200)) : null;
        BigDecimal ratio = seldom() ? BigDecimal.valueOf(1 + random.nextInt(300), 1) : BigDecimal.ONE;
        PointKind kind = interval ? PointKind.INTERVAL : PointKind.GAUGE;
        PointFacts facts = facts(from, unit, kind, period, due, most, ratio);
        Counting counting = new Counting(one(List.of(Direction.values())), 1);
        Duration tolerance = seldom() ? Duration.ofSeconds(random.nextInt(200)) : null;
        return facts.counted(counting).taken(new Bounds(bound(-100, 50), bound(50, 12_000)), tolerance);
    }

    private @Nullable BigDecimal bound(int from, int to) {
        return seldom() ? BigDecimal.valueOf(from + random.nextInt(to - from)) : null;
    }

    private PointFacts facts(
            Instant from,
            Unit unit,
            PointKind kind,
            Duration period,
            Duration due,
            @Nullable BigDecimal most,
            BigDecimal ratio) {
        return new PointFacts(
                from,
                unit,
                kind,
                period,
                one(List.of(Stamp.values())),
                due,
                most,
                ratio,
                false,
                null,
                metered ? Carrier.ELECTRICITY : null,
                metered,
                time.zone());
    }

    private List<Sample> showed() {
        List<Fault> faults = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            faults.add(one(List.of(Fault.values())));
        }
        long due = point.currentFacts().expectedInterval().toMillis();
        return new FaultyRegister(random.nextLong(), fromMs, due, faults).sent();
    }

    private List<Sample> sent() {
        TreeMap<Long, Sample> set = new TreeMap<>();
        int jitter = 1 + random.nextInt(180_000);
        long offset = random.nextInt(3) == 0 ? random.nextInt(3_600_000) : 0;
        for (long at = fromMs - 3 * ParkTime.HOUR_MS; at < toMs + 3 * ParkTime.HOUR_MS; ) {
            long due = point.factsAt(Instant.ofEpochMilli(at))
                    .orElseThrow()
                    .expectedInterval()
                    .toMillis();
            long stamp = at + offset % due + (seldom() ? random.nextInt(jitter) - jitter / 2 : 0);
            put(set, stamp);
            if (random.nextInt(8) == 0) {
                put(set, stamp + (random.nextBoolean() ? 0 : random.nextInt(20_000)));
            }
            at += due * (random.nextInt(30) == 0 ? random.nextInt(5) : 1);
        }
        return List.copyOf(set.values());
    }

    private void put(TreeMap<Long, Sample> set, long stamp) {
        double value = random.nextInt(12) == 0
                ? SENTINELS[random.nextInt(SENTINELS.length)]
                : (random.nextInt(1_200) - (metered ? 200 : 0)) / 10.0;
        Flag flag = random.nextInt(15) == 0 ? Flag.FAULT : Flag.NORMAL;
        Sample former = set.put(stamp, new Sample(stamp, value, flag, random.nextInt(1_000)));
        if (former != null && (Double.compare(former.value(), value) != 0 || former.flag() != flag)) {
            superseded.add(former);
        }
    }

    Point point() {
        return point;
    }

    ParkTime time() {
        return time;
    }

    /** The begin of the month in which it was sent. */
    long monthsFromMs() {
        return time.startOf(Step.MONTH, Instant.ofEpochMilli(fromMs - 2 * DAY_MS))
                .toEpochMilli();
    }

    /** The end of the month in which the last of it was sent. */
    long monthsToMs() {
        long last = Math.max(toMs, samples.get(samples.size() - 1).timeMs()) + 2 * DAY_MS;
        return time.endOf(Step.MONTH, time.startOf(Step.MONTH, Instant.ofEpochMilli(last)))
                .toEpochMilli();
    }

    long nowMs() {
        return nowMs;
    }

    /** In order of time, each time once. */
    List<Sample> samples() {
        return samples;
    }

    /** Differing values that others of the same time replaced. */
    List<Sample> superseded() {
        superseded.sort((a, b) -> Long.compare(a.timeMs(), b.timeMs()));
        return superseded;
    }
}
