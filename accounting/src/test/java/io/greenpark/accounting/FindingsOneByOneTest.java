package io.greenpark.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.Reading;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was noticed stays noticed while readings come one by one, each of which is booked with little around it. */
class FindingsOneByOneTest {
    private static final long START =
            TestPark.TIME.startOf(LocalDate.of(2026, 3, 2)).toEpochMilli();
    private static final long HOUR = ParkTime.HOUR_MS;

    @TempDir
    Path folder;

    private static Point point(PointKind kind, Duration every, Stamp stamp) {
        return TestPark.point(
                "p",
                null,
                new PointFacts(
                        Instant.EPOCH,
                        Unit.KWH,
                        kind,
                        kind == PointKind.REGISTER ? Duration.ZERO : every,
                        stamp,
                        every,
                        new BigDecimal(100),
                        BigDecimal.ONE,
                        false,
                        null,
                        Carrier.ELECTRICITY,
                        true,
                        TestPark.TIME.zone()));
    }

    private static List<Reading> readings(long everyMs, double... values) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            readings.add(TestPark.reading("p", START + (i + 1) * everyMs, values[i]));
        }
        return readings;
    }

    private List<String> kept(String name, Point point, List<List<Reading>> portions) {
        try (BooksPlace place = BooksKind.SQLITE.fresh(folder.resolve(name));
                RunningAccounts accounts = new RunningAccounts(place, new TestPark(point), Clock.systemUTC())) {
            for (List<Reading> portion : portions) {
                accounts.append(portion);
                accounts.untilBooked();
            }
            return accounts.books().read(handle -> handle.createQuery(
                            "SELECT kind, from_ms, to_ms, found FROM account_finding" + " ORDER BY kind, begin_ms")
                    .map((row, context) -> row.getString("kind") + " " + (row.getLong("from_ms") - START) / HOUR + ".."
                            + (row.getLong("to_ms") - START) / HOUR + " x" + row.getLong("found"))
                    .list());
        }
    }

    private void sameOneByOne(String found, Point point, List<Reading> readings) {
        assertThat(kept("whole", point, List.of(readings))).containsExactly(found);
        assertThat(kept("single", point, readings.stream().map(List::of).toList()))
                .containsExactly(found);
    }

    @Test
    void an_amount_that_cannot_flow_stamped_at_the_end_of_its_hour() {
        List<Reading> quarters = readings(HOUR / 4, 5, 5, 5, 5, 5, 5, 5, 5_000, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        sameOneByOne("TOO_MUCH 2..2 x1", point(PointKind.INTERVAL, Duration.ofMinutes(15), Stamp.END), quarters);
    }

    @Test
    void an_hourly_amount_that_cannot_flow() {
        List<Reading> hours = readings(HOUR, 50, 50, 50_000, 50, 50, 50, 50, 50, 50, 50, 50, 50);
        sameOneByOne("TOO_MUCH 3..3 x1", point(PointKind.INTERVAL, Duration.ofHours(1), Stamp.END), hours);
    }

    @Test
    void a_freeze_that_ended_on_the_hour() {
        double[] values = new double[24];
        for (int hour = 0; hour < values.length; hour++) {
            boolean still = hour >= 3 && hour < 12;
            values[hour] = 1_000 + 50 * (still ? 3 : hour);
        }
        sameOneByOne(
                "FREEZE 4..13 x1", point(PointKind.REGISTER, Duration.ofHours(1), Stamp.END), readings(HOUR, values));
    }
}
