package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.hour.HourDay;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.hour.HourTableContract;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.Quality;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class PointHoursTest extends HourTableContract<StoredHour> {
    private static final long DAY = 1_764_028_800_000L;

    @Override
    protected HourTable<StoredHour> table() {
        return EnergyHourPointTable.TABLE;
    }

    @Override
    protected StoredHour hour(Random random, long startMs) {
        boolean usual = random.nextInt(10) > 0;
        Long amount = usual
                ? Long.valueOf(40_000 + 10L * random.nextInt(2_000))
                : random.nextBoolean() ? null : Long.valueOf(random.nextLong());
        Long restart = usual
                ? Long.valueOf(startMs + HOUR_MS)
                : random.nextBoolean() ? null : Long.valueOf(random.nextLong() >> 8);
        Quality quality = usual ? Quality.MEASURED : Quality.values()[random.nextInt(Quality.values().length)];
        long covered = usual ? HOUR_MS : random.nextInt((int) HOUR_MS);
        long booked = startMs + HOUR_MS + random.nextInt(100_000);
        return new StoredHour(new EnergyHour(startMs, amount, covered, quality, restart), booked);
    }

    @Override
    protected void book(Handle handle, String point, StoredHour s) {
        handle.execute(
                "INSERT INTO energy_hour_point (point, hour_ms, amount, covered_ms, quality, restart_ms, booked_ms)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (point, hour_ms) DO UPDATE SET"
                        + " amount = excluded.amount, covered_ms = excluded.covered_ms, quality = excluded.quality,"
                        + " restart_ms = excluded.restart_ms, booked_ms = excluded.booked_ms",
                point,
                s.hour().hourMs(),
                s.hour().amount(),
                s.hour().coveredMs(),
                s.hour().quality().name(),
                s.hour().restartMs(),
                s.bookedMs());
    }

    @Override
    protected String recordedDay() {
        return "01050200000080f4ee0680ce9d4102060e18162202c48405ecf004130002"
                + "000080bab70380dddb01000300ffb9b7030202882780aea60ac0a9070002";
    }

    @Override
    protected List<StoredHour> hoursOfRecordedDay() {
        return List.of(
                new StoredHour(
                        new EnergyHour(DAY, 41_250L, HOUR_MS, Quality.MEASURED, DAY + HOUR_MS), DAY + HOUR_MS + 2_500),
                new StoredHour(
                        new EnergyHour(DAY + HOUR_MS, 39_990L, HOUR_MS, Quality.ESTIMATED, DAY + HOUR_MS),
                        DAY + 5 * HOUR_MS),
                new StoredHour(
                        new EnergyHour(DAY + 2 * HOUR_MS, null, 0, Quality.MISSING, null), DAY + 3 * HOUR_MS + 60_000),
                new StoredHour(
                        new EnergyHour(DAY + 5 * HOUR_MS, -10L, 1_800_000, Quality.PARTIAL, DAY + 5 * HOUR_MS + 1),
                        DAY + 6 * HOUR_MS),
                new StoredHour(
                        new EnergyHour(DAY + 23 * HOUR_MS, 0L, HOUR_MS, Quality.CORRECTED, null),
                        DAY + 24 * HOUR_MS + 1));
    }

    /** Half an hour off, in zones of half an hour, and 25 of them where a day is that long: days of UTC have 24 at most. */
    @Test
    void a_usual_day_takes_few_bytes() {
        Random random = new Random(1);
        List<StoredHour> hours = IntStream.range(0, 24)
                .mapToObj(i -> DAY + i * HOUR_MS + HOUR_MS / 2)
                .map(start -> new StoredHour(
                        new EnergyHour(
                                start,
                                100_000L + 10L * random.nextInt(2_000),
                                HOUR_MS,
                                Quality.MEASURED,
                                start + HOUR_MS),
                        start + HOUR_MS + random.nextInt(60_000)))
                .toList();
        byte[] bytes = new PointHourCodec("t").encode(HourDay.of(DAY), hours);
        assertThat(bytes.length).isLessThan(24 * 7);
    }
}
