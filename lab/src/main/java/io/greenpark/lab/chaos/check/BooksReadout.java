package io.greenpark.lab.chaos.check;

import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.work.TimeRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;
import org.jdbi.v3.core.Jdbi;

/** Reads the books' tables over a JDBC address, SQLite's or PostgreSQL's: with plain SQL, but for the hours of the accounts. */
public final class BooksReadout implements AutoCloseable {
    private static final int FORMAT = 1;
    private static final TimeRange ALL_TIME = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

    private final Connection connection;

    private BooksReadout(Connection connection) {
        this.connection = connection;
    }

    public static BooksReadout open(String jdbcUrl) throws SQLException {
        return new BooksReadout(DriverManager.getConnection(jdbcUrl));
    }

    /** Passes on every reading of the set, whether in the hot table or in a compacted day. */
    public void readings(SeenReadings to) throws SQLException, IOException {
        Map<Integer, String> points = new HashMap<>();
        each("SELECT no, point FROM reading_point", r -> points.put(r.getInt(1), r.getString(2)));
        each(
                "SELECT point, time_ms, value FROM reading_hot",
                r -> to.saw(name(points, r.getInt(1)), r.getLong(2), r.getDouble(3)));
        each("SELECT point, data FROM reading_folded", r -> day(name(points, r.getInt(1)), r.getBytes(2), to));
    }

    private static String name(Map<Integer, String> points, int number) {
        return points.getOrDefault(number, "point number " + number);
    }

    /** A compacted day: format, length, then deflated: count, and column by column times, values and what is not asked here. */
    private static void day(String point, byte[] data, SeenReadings to) throws IOException {
        Packed head = new Packed(data);
        int format = head.next();
        if (format != FORMAT) {
            throw new IOException(
                    "a compacted day of " + point + " has format " + format + "; this check reads " + FORMAT);
        }
        head.number();
        byte[] plain = new InflaterInputStream(new ByteArrayInputStream(head.rest())).readAllBytes();
        Packed in = new Packed(plain);
        long[] times = new long[(int) in.signed()];
        long time = 0;
        for (int i = 0; i < times.length; i++) {
            time += in.signed();
            times[i] = time;
        }
        long bits = 0;
        for (long at : times) {
            bits ^= in.highFirst();
            to.saw(point, at, Double.longBitsToDouble(bits));
        }
    }

    /** Amounts by enterprise, carrier and month as the monthly account has them, in base units. */
    public Map<MonthSum.AccountMonth, Long> months() throws SQLException, IOException {
        Map<MonthSum.AccountMonth, Long> sums = new TreeMap<>();
        each(
                "SELECT enterprise, carrier, start_ms, amount FROM energy_month WHERE amount IS NOT NULL",
                r -> sums.merge(MonthSum.key(r.getString(1), r.getString(2), r.getLong(3)), r.getLong(4), Long::sum));
        return sums;
    }

    /** The same, added up from the hours of every single point, wherever the books keep them. */
    public Map<MonthSum.AccountMonth, Long> monthsOfHours() {
        Map<MonthSum.AccountMonth, Long> sums = new TreeMap<>();
        HourBook hours = HourBook.over(Jdbi.open(connection));
        for (String point : hours.points()) {
            hours.each(List.of(point), ALL_TIME, (p, stored) -> {
                Long amount = stored.hour().amount();
                if (amount != null) {
                    sums.merge(MonthSum.keyOfPoint(p, stored.hour().hourMs()), amount, Long::sum);
                }
            });
        }
        return sums;
    }

    /** What a query returns. */
    @FunctionalInterface
    interface BooksRowTaker {
        void take(ResultSet row) throws SQLException, IOException;
    }

    void each(String sql, BooksRowTaker to) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                to.take(rows);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
