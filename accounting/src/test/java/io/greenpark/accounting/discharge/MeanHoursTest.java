package io.greenpark.accounting.discharge;

import static io.greenpark.park.time.ParkTime.HOUR_MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.hour.HourDay;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.hour.HourTableContract;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class MeanHoursTest extends HourTableContract<StoredMean> {
    private static final long DAY = 1_764_028_800_000L;

    @Override
    protected HourTable<StoredMean> table() {
        return MeanHourTable.TABLE;
    }

    @Override
    protected StoredMean hour(Random random, long startMs) {
        int samples = random.nextInt(8) == 0 ? random.nextInt(3_000) : 60;
        BigDecimal sum = BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4));
        BigDecimal mean =
                switch (random.nextInt(9)) {
                    case 3 ->
                        sum.multiply(BigDecimal.valueOf(1 + random.nextInt(60_000)))
                                .divide(BigDecimal.valueOf(HOUR_MS), MathContext.DECIMAL64);
                    case 0 -> null;
                    case 1 -> new BigDecimal("1" + "0".repeat(random.nextInt(30)) + ".50");
                    case 2 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(40) - 20);
                    default -> sum.divide(BigDecimal.valueOf(Math.max(1, samples)), MathContext.DECIMAL64);
                };
        double completeness =
                switch (random.nextInt(6)) {
                    case 0 -> random.nextDouble();
                    case 1 -> samples / 3_000.0;
                    case 2 -> random.nextInt((int) HOUR_MS) / (double) HOUR_MS;
                    default -> 1;
                };
        Quality quality = Quality.values()[random.nextInt(Quality.values().length)];
        long booked = startMs + HOUR_MS + random.nextInt(100_000);
        return new StoredMean(startMs, new Mean(mean, samples, completeness, quality), booked);
    }

    @Override
    protected void book(Handle handle, String point, StoredMean s) {
        ChangedMeans changed = new ChangedMeans(point, Step.HOUR, Map.of(s.startMs(), s.mean()), Map.of());
        DischargeTable.write(handle, changed, s.bookedMs(), Duration.ZERO);
    }

    @Override
    protected String recordedDay() {
        return "010504000880a0f736020200040806000278020800780200c090b0030180bab7030000e8cc99b3e6cc99d37f02"
                + "04020200060200000202a62d64b6071a3132333435363738393031323334353637383930313233342e3500b817";
    }

    private static StoredMean mean(int hour, String mean, int samples, double completeness, Quality quality) {
        return new StoredMean(
                DAY + hour * HOUR_MS,
                new Mean(mean == null ? null : new BigDecimal(mean), samples, completeness, quality),
                DAY + hour * HOUR_MS + HOUR_MS + 1_500);
    }

    @Override
    protected List<StoredMean> hoursOfRecordedDay() {
        return List.of(
                mean(0, "48.31666666666667", 60, 1, Quality.MEASURED),
                mean(1, "50", 1, 1.0 / 60, Quality.PARTIAL),
                mean(2, "47.5", 4, 0.1 + 0.2, Quality.CORRECTED),
                mean(3, null, 0, 0, Quality.MISSING),
                mean(20, "123456789012345678901234.5", 60, 1, Quality.MEASURED));
    }

    /** Values stand for so many seconds each, as they arrive, and the last of them is late. */
    @Test
    void means_weighted_by_time_take_few_bytes() {
        Random random = new Random(3);
        List<StoredMean> hours = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            long covered = HOUR_MS - 1_000 * random.nextInt(60);
            BigDecimal sum = BigDecimal.valueOf(30_000_000L + random.nextInt(30_000_000), 1)
                    .multiply(BigDecimal.valueOf(1_000));
            BigDecimal mean = sum.divide(BigDecimal.valueOf(covered), MathContext.DECIMAL64);
            double completeness = (double) covered / HOUR_MS;
            Quality quality = completeness < 1 ? Quality.PARTIAL : Quality.MEASURED;
            hours.add(new StoredMean(
                    DAY + i * HOUR_MS, new Mean(mean, 60, completeness, quality), DAY + (i + 1) * HOUR_MS + 90_000));
        }
        byte[] bytes = new MeanHourCodec("t").encode(HourDay.of(DAY), hours);
        assertThat(new MeanHourCodec("t").decode(HourDay.of(DAY), bytes)).isEqualTo(hours);
        assertThat(bytes.length).isLessThan(24 * 9);
    }
}
