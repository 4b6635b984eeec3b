package io.greenpark.lab.bench.hours;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.lab.bench.hours.HoursBench.HoursOptions;
import io.greenpark.store.books.Books;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes hours into the books as bookings write them: loads that follow the day with some chance, in Wh and at a time of
 * booking that is never the same; means of sixty values a minute with one digit after the point, of every other outlet point
 * each for a second more or less. One meter of ten is read once a day: its hours are estimated, its days are not.
 */
final class MadeHours {
    private static final int ELECTRICITY_OF_FIVE = 3;
    private static final int OUTLET_OF_FIVE = 4;
    private static final int SAMPLES = 60;
    private static final int SAMPLE_S = 60;
    private static final int READ_DAILY_OF_TEN = 3;
    private static final int ESTIMATED_COLUMNS = 6;
    private static final String ESTIMATED = "estimated_ms, estimated_amount, day_estimated_ms, day_estimated_amount,"
            + " month_estimated_ms, month_estimated_amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final HoursOptions options;
    private final Random random = new Random(11);

    MadeHours(HoursOptions options) {
        this.options = options;
    }

    static String enterprise(int number) {
        return String.format("works-%04d", number);
    }

    static String point(int enterprise, int number) {
        return enterprise(enterprise) + "-meter-" + number;
    }

    /** The meters of an enterprise. */
    static List<String> meters(int enterprise, int points) {
        return IntStream.range(0, points)
                .filter(p -> p % 5 != OUTLET_OF_FIVE)
                .mapToObj(p -> point(enterprise, p))
                .toList();
    }

    /** Writes the hours of one enterprise and some days. */
    void write(Books books, int enterprise, long fromMs, int days) {
        books.write(tx -> {
            PreparedBatch points = tx.handle()
                    .prepareBatch(
                            "INSERT INTO energy_hour_point (point, hour_ms, amount, covered_ms, quality, restart_ms,"
                                    + " booked_ms, " + ESTIMATED);
            PreparedBatch sums = tx.handle()
                    .prepareBatch(
                            "INSERT INTO energy_hour (enterprise, carrier, start_ms, amount, covered_ms, estimated,"
                                    + " corrected, " + ESTIMATED);
            PreparedBatch means = tx.handle().prepareBatch("INSERT INTO discharge_hour VALUES (?, ?, ?, ?, ?, ?, ?)");
            for (long start = fromMs; start < fromMs + days * 24 * HOUR_MS; start += HOUR_MS) {
                hour(enterprise, start, points, sums, means);
            }
            points.execute();
            sums.execute();
            means.execute();
            return true;
        });
    }

    private void hour(int enterprise, long start, PreparedBatch points, PreparedBatch sums, PreparedBatch means) {
        long booked = start + HOUR_MS + 500 + random.nextInt(60_000);
        long electricity = 0;
        long gas = 0;
        long estimated = 0;
        int readDaily = 0;
        for (int p = 0; p < options.points(); p++) {
            if (p % 5 == OUTLET_OF_FIVE) {
                means.add(point(enterprise, p), start, mean(p), SAMPLES, 1.0, "MEASURED", booked);
            } else {
                long amount = load(start, p);
                boolean daily = p % 10 == READ_DAILY_OF_TEN;
                String quality = daily ? "ESTIMATED" : "MEASURED";
                String point = point(enterprise, p);
                points.add(row(daily ? amount : 0, point, start, amount, HOUR_MS, quality, start + HOUR_MS, booked));
                estimated += daily ? amount : 0;
                readDaily += daily ? 1 : 0;
                electricity += p % 5 < ELECTRICITY_OF_FIVE ? amount : 0;
                gas += p % 5 < ELECTRICITY_OF_FIVE ? 0 : amount;
            }
        }
        int fives = options.points() / 5;
        String works = enterprise(enterprise);
        sums.add(row(0, works, "ELECTRICITY", start, electricity, fives * 3 * HOUR_MS, 0, 0));
        sums.add(row(estimated, works, "NATURAL_GAS", start, gas, fives * HOUR_MS, readDaily, 0));
    }

    /** The values of a row, and so much of it that is estimated in the hour; most say nothing of that. */
    private static @Nullable Object[] row(long estimated, Object... own) {
        @Nullable Object[] row = Arrays.copyOf(own, own.length + ESTIMATED_COLUMNS);
        if (estimated > 0) {
            Arrays.fill(row, own.length, row.length, 0L);
            row[own.length] = HOUR_MS;
            row[own.length + 1] = estimated;
        }
        return row;
    }

    /** A hundred kWh an hour by day, half of it at night, give or take a tenth; in steps of 10 Wh. */
    private long load(long start, int point) {
        long hour = start / HOUR_MS % 24;
        double load = (50 + 10.0 * point) * (hour < 12 ? 1 : 0.5) * (1 + random.nextGaussian() / 10);
        return Math.max(0, Math.round(load * 100)) * 10;
    }

    private String mean(int point) {
        BigDecimal sum = BigDecimal.ZERO;
        int early = 0;
        for (int i = 0; i < SAMPLES; i++) {
            int late = point % 10 == OUTLET_OF_FIVE || i == SAMPLES - 1 ? 0 : random.nextInt(3) - 1;
            BigDecimal value = BigDecimal.valueOf(300 + 10 * point + random.nextInt(400), 1);
            sum = sum.add(value.multiply(BigDecimal.valueOf((SAMPLE_S + late - early) * 1_000L)));
            early = late;
        }
        return sum.divide(BigDecimal.valueOf(HOUR_MS), MathContext.DECIMAL64).toString();
    }
}
