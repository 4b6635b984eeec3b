package io.greenpark.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.DefaultHours;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.EnergyHourCalculation;
import io.greenpark.park.energy.FaultyRegister;
import io.greenpark.park.energy.FaultyRegister.Fault;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers with faults, in whatever order and portions they arrive: the books have what a run over the whole comes to. */
class RegisterPortionsTest {
    private static final long START =
            TestPark.TIME.startOf(LocalDate.of(2026, 3, 2)).toEpochMilli();
    private static final Duration DUE = Duration.ofHours(1);
    private static final int POINTS = 24;
    private static final int PORTIONS = 8;

    @TempDir
    Path folder;

    private final Map<Point, List<Sample>> registers = new LinkedHashMap<>();

    private void registers(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < POINTS; i++) {
            List<Fault> faults = new ArrayList<>();
            for (int n = random.nextInt(7); n >= 0; n--) {
                faults.add(Fault.values()[random.nextInt(Fault.values().length)]);
            }
            Point point = TestPark.point("r" + i + "-" + faults, null, facts(i % 2 == 0 ? "100" : null));
            registers.put(point, new FaultyRegister(random.nextLong(), START, DUE.toMillis(), faults).sent());
        }
    }

    private static PointFacts facts(@Nullable String maxPerHour) {
        return new PointFacts(
                Instant.EPOCH,
                Unit.KWH,
                PointKind.REGISTER,
                Duration.ZERO,
                Stamp.END,
                DUE,
                maxPerHour == null ? null : new BigDecimal(maxPerHour),
                BigDecimal.ONE,
                false,
                null,
                Carrier.ELECTRICITY,
                true,
                TestPark.TIME.zone());
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        registers.forEach(
                (point, sent) -> sent.forEach(s -> readings.add(TestPark.reading(point.id(), s.timeMs(), s.value()))));
        return readings;
    }

    @Test
    void in_order_the_books_have_what_the_whole_comes_to() {
        registers(1);
        List<Reading> readings = readings();
        readings.sort((a, b) -> Long.compare(a.timeMs(), b.timeMs()));
        booksHaveTheWhole(readings);
    }

    @Test
    void shuffled_the_books_have_what_the_whole_comes_to() {
        registers(2);
        List<Reading> readings = readings();
        Collections.shuffle(readings, new Random(2));
        booksHaveTheWhole(readings);
    }

    @Test
    void with_stretches_that_come_late_the_books_have_what_the_whole_comes_to() {
        registers(3);
        List<Reading> readings = readings();
        Map<Long, Long> delays = new TreeMap<>();
        Random random = new Random(3);
        readings.sort((a, b) -> Long.compare(arrival(a, delays, random), arrival(b, delays, random)));
        booksHaveTheWhole(readings);
    }

    /** Of two standstills the second looks like a freeze until the jump after the first comes, which is as fast. */
    @Test
    void a_standstill_that_turns_out_to_be_no_freeze_is_booked_as_read() {
        Point point = TestPark.point("r", null, facts(null));
        List<Sample> sent = new ArrayList<>();
        double level = 8_000;
        for (int hour = 0; hour < 300; hour++) {
            boolean still = hour > 40 && hour <= 110 || hour > 150 && hour <= 220;
            level += still ? 0 : hour == 111 || hour == 221 ? 850 : 10 + hour % 4;
            sent.add(new Sample(START + hour * ParkTime.HOUR_MS, level, Flag.NORMAL, 0));
        }
        registers.put(point, sent);
        List<Reading> readings = readings();
        List<Reading> late = readings.subList(105, 125).stream().toList();
        readings.removeAll(late);
        readings.addAll(late);
        booksHaveTheWhole(readings);
    }

    /** Every eighth of the days comes up to twenty days late. */
    private static long arrival(Reading r, Map<Long, Long> delays, Random random) {
        long day = Math.floorDiv(r.timeMs(), Duration.ofDays(1).toMillis()) * 1_000
                + r.pointId().hashCode() % 1_000;
        long delay = delays.computeIfAbsent(
                day,
                d -> random.nextInt(8) == 0
                        ? Duration.ofHours(random.nextInt(480)).toMillis()
                        : 0);
        return r.timeMs() + delay;
    }

    private void booksHaveTheWhole(List<Reading> readings) {
        TestPark park = new TestPark(registers.keySet().toArray(new Point[0]));
        try (BooksPlace place = BooksKind.SQLITE.fresh(folder);
                RunningAccounts accounts = new RunningAccounts(place, park, Clock.systemUTC())) {
            for (int i = 0; i < PORTIONS; i++) {
                accounts.append(readings.subList(i * readings.size() / PORTIONS, (i + 1) * readings.size() / PORTIONS));
                accounts.untilBooked();
            }
            registers.forEach((point, sent) -> {
                assertThat(booked(accounts, point)).as(point.id()).isEqualTo(whole(point, sent));
                assertThat(found(accounts, point)).as(point.id()).isEqualTo(foundInAll(point, sent));
            });
        }
    }

    private static TreeMap<Instant, String> booked(RunningAccounts accounts, Point point) {
        TreeMap<Instant, String> booked = new TreeMap<>();
        accounts.books().read(handle -> {
            TimeRange ever = new TimeRange(0, Long.MAX_VALUE);
            HourBook.over(handle).each(List.of(point.id()), ever, (id, stored) -> put(booked, stored.hour()));
            return true;
        });
        return booked;
    }

    private static void put(TreeMap<Instant, String> to, EnergyHour h) {
        if (h.amount() != null) {
            to.put(
                    Instant.ofEpochMilli(h.hourMs()),
                    h.amount() + "/" + h.coveredMs() + h.quality() + " " + h.estimated());
        }
    }

    private static TreeMap<String, Long> found(RunningAccounts accounts, Point point) {
        TreeMap<String, Long> found = new TreeMap<>();
        accounts.books()
                .read(handle -> handle.createQuery("SELECT kind, sum(found) AS n FROM account_finding"
                                + " WHERE point = :point GROUP BY kind")
                        .bind("point", point.id())
                        .map((row, context) -> Map.entry(row.getString("kind"), row.getLong("n")))
                        .list())
                .forEach(e -> found.put(e.getKey(), e.getValue()));
        return found;
    }

    private static TreeMap<String, Long> foundInAll(Point point, List<Sample> sent) {
        EnergyHourCalculation.Calculated all = calculated(point, sent);
        TreeMap<String, Long> found = new TreeMap<>();
        all.registerFindings().forEach(f -> found.merge(f.kind().name(), 1L, Long::sum));
        all.findings().forEach(f -> found.merge(f.kind().name(), 1L, Long::sum));
        return found;
    }

    private static EnergyHourCalculation.Calculated calculated(Point point, List<Sample> sent) {
        long to = sent.get(sent.size() - 1).timeMs() + ParkTime.HOUR_MS;
        return DefaultHours.calculate(point, TestPark.TIME, sent, Long.MIN_VALUE, List.of(), START, to);
    }

    private static TreeMap<Instant, String> whole(Point point, List<Sample> sent) {
        TreeMap<Instant, String> whole = new TreeMap<>();
        for (EnergyHour h : calculated(point, sent).hours()) {
            put(whole, h);
        }
        return whole;
    }
}
