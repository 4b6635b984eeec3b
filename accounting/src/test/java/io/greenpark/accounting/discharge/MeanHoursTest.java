package io.greenpark.accounting.discharge;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.hour.HourTableContract;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;

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
                switch (random.nextInt(8)) {
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
}
