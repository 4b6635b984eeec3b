package io.greenpark.dashboards.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of a pack, row by row: UTF-8 with a mark, so that spreadsheets know it. */
final class PackCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;

    private PackCsv(CsvWriter csv) {
        this.csv = csv;
    }

    /** Writes the rows of a table. */
    @FunctionalInterface
    interface Rows {
        void to(PackCsv csv) throws IOException;
    }

    static void write(OutputStream out, List<String> headings, Rows rows) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(headings);
        try {
            rows.to(new PackCsv(csv));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
        writer.flush();
    }

    /** Numbers and codes of the platform as they are; see {@link #said} for what people or devices say. */
    void row(@Nullable Object... cells) {
        csv.writeRecord(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toList());
    }

    /** A text as a cell: spreadsheets compute what begins like a formula. */
    static String said(@Nullable String text) {
        return text == null || text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0
                ? String.valueOf(text == null ? "" : text)
                : "'" + text;
    }
}
