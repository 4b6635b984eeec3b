package io.greenpark.sim.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A comma-separated file without quoting. Its header names the columns; comment lines ({@code #}) before it, a byte-order
 * mark, CRLF and blank lines are no data. Names ending in {@code .gz} are decompressed.
 */
public record CsvTable(String name, Map<String, Integer> columns, List<CsvLine> lines) {
    /** A line's cells and its number in the file, from 1. */
    public record CsvLine(int number, String[] cells) {}

    /** A file that ships beside a class, compressed or not. */
    public static CsvTable beside(Class<?> owner, String name) {
        InputStream plain = owner.getResourceAsStream(name);
        try (InputStream in = plain != null ? plain : owner.getResourceAsStream(name + ".gz")) {
            if (in == null) {
                throw new IllegalStateException("table " + name + " is missing beside " + owner.getName());
            }
            return read(name, in == plain ? in : new GZIPInputStream(in));
        } catch (IOException e) {
            throw new DataFileException("table " + name + " in the jar cannot be read: " + e.getMessage());
        }
    }

    /** A file of the user's. */
    public static CsvTable of(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return read(path.toString(), path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
        } catch (IOException e) {
            throw new DataFileException(path + ": cannot be read (" + e + "); give a readable CSV file");
        }
    }

    private static CsvTable read(String name, InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int headerNumber = 1;
        String header = reader.readLine();
        while (header != null && header.startsWith("#")) {
            header = reader.readLine();
            headerNumber++;
        }
        if (header == null) {
            throw new DataFileException(name + ": the file is empty; its first line must name the columns");
        }
        String[] names = (header.startsWith("\uFEFF") ? header.substring(1) : header).split(",", -1);
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i].strip(), i);
        }
        List<CsvLine> lines = new ArrayList<>();
        String line;
        for (int number = headerNumber + 1; (line = reader.readLine()) != null; number++) {
            if (line.isBlank()) {
                continue;
            }
            String[] cells = line.split(",", -1);
            if (cells.length != names.length) {
                throw new DataFileException(name + ":" + number + ": " + cells.length + " cells; the header has "
                        + names.length + " columns " + Arrays.toString(names));
            }
            lines.add(new CsvLine(number, cells));
        }
        return new CsvTable(name, columns, lines);
    }

    /** The cell of a column; null where the file marks it as missing, by nothing or a question mark. */
    public @Nullable String cell(CsvLine line, String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new DataFileException(name + ":1: column \"" + column + "\" is missing; found " + columns.keySet());
        }
        String text = line.cells()[index].strip();
        return text.isEmpty() || text.equals("?") ? null : text;
    }

    /** A complaint about a line of this file. */
    public DataFileException fault(CsvLine line, String message) {
        return new DataFileException(name + ":" + line.number() + ": " + message);
    }
}
