package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.hour.HourDay;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.hour.HourTableContract;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.Estimated;
import io.greenpark.park.energy.Estimated.Share;
import io.greenpark.park.energy.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
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
        Estimated estimated = TestEstimates.any(random, ImpliedEstimate.whole(amount, covered));
        return new StoredHour(new EnergyHour(startMs, amount, covered, quality, restart, estimated), booked);
    }

    @Override
    protected void book(Handle handle, String point, StoredHour s) {
        handle.prepareBatch(EnergyHourPointTable.PUT)
                .add(EnergyHourPointTable.values(point, s.hour(), s.bookedMs()))
                .execute();
    }

    @Override
    protected String recordedDay() {
        return "01060300000080f4ee0680a0f7360002061e302e164202c48405ecf00413ecf0040002000080"
                + "bab70380dddb0100000300ffb9b7030281c28c4802882780aea60ac0a9070080bab703020102"
                + "0200809f49000701000400c0a90700010000";
    }

    @Override
    protected List<StoredHour> hoursOfRecordedDay() {
        Share whole = new Share(HOUR_MS, 39_990);
        return List.of(
                stored(DAY, 41_250L, Quality.MEASURED, DAY + HOUR_MS, Estimated.NONE, DAY + HOUR_MS + 2_500),
                stored(
                        DAY + HOUR_MS,
                        39_990L,
                        Quality.ESTIMATED,
                        DAY + HOUR_MS,
                        new Estimated(whole, Share.NONE, Share.NONE),
                        DAY + 5 * HOUR_MS),
                new StoredHour(EnergyHour.missing(DAY + 2 * HOUR_MS), DAY + 3 * HOUR_MS + 60_000),
                new StoredHour(
                        new EnergyHour(
                                DAY + 5 * HOUR_MS,
                                -10L,
                                1_800_000,
                                Quality.PARTIAL,
                                DAY + 5 * HOUR_MS + 1,
                                new Estimated(new Share(600_000, -4), new Share(60_000, -1), Share.NONE)),
                        DAY + 6 * HOUR_MS),
                stored(
                        DAY + 22 * HOUR_MS,
                        39_990L,
                        Quality.ESTIMATED,
                        DAY + HOUR_MS,
                        Estimated.all(whole),
                        DAY + 24 * HOUR_MS),
                stored(DAY + 23 * HOUR_MS, 0L, Quality.CORRECTED, null, Estimated.NONE, DAY + 24 * HOUR_MS + 1));
    }

    private static StoredHour stored(
            long startMs, Long amount, Quality quality, @Nullable Long restartMs, Estimated estimated, long bookedMs) {
        return new StoredHour(new EnergyHour(startMs, amount, HOUR_MS, quality, restartMs, estimated), bookedMs);
    }

    private static byte[] usualDay(Quality quality, Function<Share, Estimated> estimated) {
        Random random = new Random(1);
        List<StoredHour> hours = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            long start = DAY + i * HOUR_MS + HOUR_MS / 2;
            long amount = 100_000L + 10L * random.nextInt(2_000);
            long booked = start + HOUR_MS + random.nextInt(60_000);
            Estimated of = estimated.apply(new Share(HOUR_MS, amount));
            hours.add(stored(start, amount, quality, start + HOUR_MS, of, booked));
        }
        return new PointHourCodec("t").encode(HourDay.of(DAY), hours);
    }

    /** Half an hour off, in zones of half an hour, and 25 of them where a day is that long: days of UTC have 24 at most. */
    @Test
    void a_usual_day_takes_few_bytes() {
        assertThat(usualDay(Quality.MEASURED, whole -> Estimated.NONE).length).isLessThan(24 * 7);
    }

    @Test
    void what_is_estimated_of_a_day_takes_none_or_few_bytes_more() {
        int measured = usualDay(Quality.MEASURED, whole -> Estimated.NONE).length;
        assertThat(usualDay(Quality.ESTIMATED, Estimated::all)).hasSize(measured);
        assertThat(usualDay(Quality.ESTIMATED, whole -> new Estimated(whole, Share.NONE, Share.NONE)))
                .hasSize(measured + 6);
    }

    @Test
    void of_an_hour_without_kept_shares_all_is_estimated_if_it_was_called_so() {
        fixture.books().write(tx -> {
            tx.handle()
                    .execute("INSERT INTO energy_hour_point (point, hour_ms, amount, covered_ms, quality, booked_ms)"
                            + " VALUES ('p', 0, 7, 3600000, 'ESTIMATED', 1), ('p', 3600000, 7, 3600000, 'MEASURED', 1),"
                            + " ('p', 7200000, 7, 1800000, 'PARTIAL', 1)");
            return true;
        });
        List<Estimated> estimated = fixture.books().read(h -> table().hours(h, "p", 0, DAY).stream()
                .map(s -> s.hour().estimated())
                .toList());
        assertThat(estimated).containsExactly(Estimated.all(new Share(HOUR_MS, 7)), Estimated.NONE, Estimated.NONE);
    }
}
