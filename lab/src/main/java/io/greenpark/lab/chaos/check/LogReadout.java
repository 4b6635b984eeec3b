package io.greenpark.lab.chaos.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads the embedded log's files by their documented format (row = commit, payload of texts, sources, readings). */
public final class LogReadout {
    private static final int VERSION = 1;
    private static final int DECIMALS_SHIFT = 3;
    private static final int DECIMALS_MASK = 7;
    private static final int RAW = 7;
    private static final int SAME_TIME = 1 << 6;
    private static final int SAME_ARRIVAL = 1 << 7;
    private static final int TEXTS_OF_SOURCE = 6;
    private static final int POINT = 3;

    private LogReadout() {}

    /** A row as it lies in a file. */
    @FunctionalInterface
    public interface RowTaker {
        void take(long crc, int count, byte[] payload) throws IOException;
    }

    /** A reading as it was kept. */
    @FunctionalInterface
    public interface ReadingTaker {
        void take(String point, long timeMs, double value);
    }

    /** Passes on every reading in a log folder. */
    public static void read(Path folder, ReadingTaker to) throws IOException {
        rows(folder, (crc, count, payload) -> readings(payload, count, to));
    }

    /** Passes on every row in a log folder, in the order of commits. */
    public static void rows(Path folder, RowTaker to) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(p -> p.toString().endsWith(".sqlite"))
                    .sorted(Comparator.comparing(LogReadout::firstOffset))
                    .toList();
        }
        for (Path file : files) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                if (hasRows(statement)) {
                    rows(statement, to);
                }
            } catch (SQLException e) {
                throw new IOException("log file " + file + ": " + e.getMessage(), e);
            }
        }
    }

    /** Names are day and first offset; a clock that jumps puts days out of order. */
    private static String firstOffset(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('-') + 1);
    }

    /** A file may have been begun and never written to. */
    private static boolean hasRows(Statement statement) throws SQLException {
        try (ResultSet table = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'batch'")) {
            return table.next();
        }
    }

    private static void rows(Statement statement, RowTaker to) throws SQLException, IOException {
        try (ResultSet rows = statement.executeQuery("SELECT crc, count, payload FROM batch ORDER BY first_offset")) {
            while (rows.next()) {
                to.take(rows.getLong(1), rows.getInt(2), rows.getBytes(3));
            }
        }
    }

    /** Passes on every reading of a row. */
    public static void readings(byte[] payload, int count, ReadingTaker to) throws IOException {
        row(new Packed(payload), count, to);
    }

    private static void row(Packed in, int readings, ReadingTaker to) throws IOException {
        int version = in.next();
        if (version != VERSION) {
            throw new IOException("a log row has version " + version + "; this check reads " + VERSION);
        }
        String[] texts = new String[in.count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        String[] points = new String[in.count()];
        for (int i = 0; i < points.length; i++) {
            for (int part = 0; part < TEXTS_OF_SOURCE; part++) {
                int text = in.count();
                if (part == POINT) {
                    points[i] = texts[text];
                }
            }
        }
        if (in.count() != readings) {
            throw new IOException("a log row does not hold the " + readings + " readings it counts");
        }
        readings(in, points, readings, to);
    }

    private static void readings(Packed in, String[] points, int count, ReadingTaker to) throws IOException {
        long timeMs = in.lowFirst();
        in.lowFirst();
        for (int i = 0; i < count; i++) {
            String point = points[in.count()];
            int tag = in.next();
            int decimals = tag >> DECIMALS_SHIFT & DECIMALS_MASK;
            double value =
                    decimals == RAW ? Double.longBitsToDouble(in.lowFirst()) : in.signed() / Math.pow(10, decimals);
            if ((tag & SAME_TIME) == 0) {
                timeMs += in.signed();
            }
            if ((tag & SAME_ARRIVAL) == 0) {
                in.signed();
            }
            to.take(point, timeMs, value);
        }
    }
}
