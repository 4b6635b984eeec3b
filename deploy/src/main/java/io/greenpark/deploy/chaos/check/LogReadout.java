package io.greenpark.deploy.chaos.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    /** Tells every reading in a log folder. */
    public static void read(Path folder, SeenReadings to) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(p -> p.toString().endsWith(".sqlite")).sorted().toList();
        }
        for (Path file : files) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT count, payload FROM batch ORDER BY first_offset")) {
                while (rows.next()) {
                    row(new Packed(rows.getBytes(2)), rows.getInt(1), to);
                }
            } catch (SQLException e) {
                throw new IOException("log file " + file + ": " + e.getMessage(), e);
            }
        }
    }

    private static void row(Packed in, int readings, SeenReadings to) throws IOException {
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

    private static void readings(Packed in, String[] points, int count, SeenReadings to) throws IOException {
        long timeMs = in.lowFirst();
        in.lowFirst();
        for (int i = 0; i < count; i++) {
            String point = points[in.count()];
            int tag = in.next();
            int decimals = tag >> DECIMALS_SHIFT & DECIMALS_MASK;
            double value = decimals == RAW
                    ? Double.longBitsToDouble(in.lowFirst())
                    : in.signed() / Math.pow(10, decimals);
            if ((tag & SAME_TIME) == 0) {
                timeMs += in.signed();
            }
            if ((tag & SAME_ARRIVAL) == 0) {
                in.signed();
            }
            to.saw(point, timeMs, value);
        }
    }
}
