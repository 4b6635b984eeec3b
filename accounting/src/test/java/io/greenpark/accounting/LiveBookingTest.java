package io.greenpark.accounting;

import static io.greenpark.accounting.TestPark.METER;
import static io.greenpark.accounting.TestPark.REGISTER;
import static io.greenpark.accounting.TestPark.STACK;
import static io.greenpark.accounting.TestPark.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered from one booking to the next makes booking faster and changes no figure. */
class LiveBookingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 3;
    private static final long START = TestPark.TIME.startOf(DAY).toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final int MINUTES = DAYS * 24 * 60;
    private static final String PROBE = "steel-so2";

    @TempDir
    private Path folder;

    private static TestPark park() {
        return new TestPark(
                TestPark.meter(),
                TestPark.register(),
                TestPark.stack(),
                TestPark.point(
                        PROBE,
                        "stack",
                        TestPark.facts(PointKind.GAUGE, Unit.MG_PER_M3, Duration.ZERO, Duration.ofMinutes(5), null)));
    }

    /** Three days in the order in which they arrive: some late, some twice, some corrected, and a register that does not move at night. */
    private static List<Reading> arrivals(Random random) {
        List<Reading> readings = new ArrayList<>();
        double register = 1_000;
        for (int minute = 5; minute <= MINUTES; minute += 5) {
            long at = START + minute * MINUTE;
            boolean night = minute % 1_440 < 6 * 60;
            register += night ? 0 : random.nextInt(40) / 4.0;
            readings.add(reading(REGISTER, at, register));
            readings.add(reading(PROBE, at, random.nextInt(400) / 4.0));
            if (minute % 15 == 0) {
                readings.add(reading(METER, at, random.nextInt(100) / 4.0));
            }
            if (minute % 60 == 0) {
                readings.add(reading(STACK, at, random.nextInt(100)));
            }
        }
        for (int i = 0; i < readings.size(); i++) {
            Reading one = readings.get(i);
            int later = Math.min(readings.size() - 1, i + random.nextInt(600));
            switch (random.nextInt(30)) {
                case 0 -> readings.add(later, readings.remove(i));
                case 1 -> readings.add(later, one);
                case 2 -> readings.add(later, reading(one.pointId(), one.timeMs(), one.value() + 0.25));
                default -> {}
            }
        }
        return readings;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void booking_live_and_booking_at_once_make_the_same_books(long seed) {
        Random random = new Random(seed);
        List<Reading> arrivals = arrivals(random);
        try (BooksPlace livePlace = BooksKind.SQLITE.fresh(folder.resolve("live"));
                BooksPlace wholePlace = BooksKind.SQLITE.fresh(folder.resolve("whole"));
                RunningAccounts live = new RunningAccounts(livePlace, park(), Clock.systemUTC());
                RunningAccounts atOnce = new RunningAccounts(wholePlace, park(), Clock.systemUTC())) {
            int restart = random.nextInt(arrivals.size());
            for (int from = 0; from < arrivals.size(); ) {
                int to = Math.min(arrivals.size(), from + 1 + random.nextInt(40));
                live.append(arrivals.subList(from, to));
                if (random.nextInt(3) > 0) {
                    live.untilBooked();
                }
                if (from <= restart && restart < to) {
                    live.restart();
                }
                from = to;
            }
            atOnce.append(arrivals);
            atOnce.untilBooked();
            live.untilBooked();
            assertThat(books(live)).isEqualTo(books(atOnce)).hasSizeGreaterThan(DAYS * 24 * 3);
        }
    }

    private static List<Object> books(RunningAccounts accounts) {
        List<Object> rows = new ArrayList<>();
        BooksDischargeAccounts discharge = new BooksDischargeAccounts(accounts.books(), park());
        Instant from = Instant.ofEpochMilli(START);
        Instant to = from.plus(Duration.ofDays(DAYS));
        for (Step step : List.of(Step.HOUR, Step.DAY)) {
            rows.addAll(accounts.energy(DAY, DAY.plusDays(DAYS), step));
            for (String point : List.of(STACK, PROBE)) {
                rows.addAll(discharge.rows(point, from, to, step));
            }
        }
        return rows;
    }
}
