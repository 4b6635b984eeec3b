package io.greenpark.dashboards.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Kinds of files that a table leaves as: every row and every chosen column, in the language of the reader. */
public enum TableFile {
    /** RFC 4180 in UTF-8, with the mark that spreadsheets need to see that. */
    CSV("text/csv", "csv") {
        @Override
        public <T> byte[] write(Listing<T> listing, Locale language, String madeBy) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(BYTE_ORDER_MARK);
            try (CsvWriter csv = CsvWriter.builder().build(bytes, StandardCharsets.UTF_8)) {
                csv.writeRecord(headings(listing, language));
                for (T row : listing.rows()) {
                    csv.writeRecord(listing.columns().stream()
                            .map(column -> field(column.inFile(row), language))
                            .toList());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    },

    /** A workbook with one sheet: headings that stay in sight, numbers as numbers, filters. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx") {
        @Override
        public <T> byte[] write(Listing<T> listing, Locale language, String madeBy) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(bytes, "Greenpark", null)) {
                Worksheet sheet =
                        workbook.newWorksheet(sheetName(listing.title().in(language)));
                sheet.value(0, 0, listing.title().in(language));
                sheet.style(0, 0).bold().set();
                sheet.value(1, 0, madeBy);
                List<String> headings = headings(listing, language);
                for (int c = 0; c < headings.size(); c++) {
                    sheet.value(HEADINGS, c, headings.get(c));
                    sheet.style(HEADINGS, c).bold().wrapText(true).set();
                    sheet.width(c, listing.columns().get(c).numberFormat() == null ? 20 : 14);
                }
                fill(sheet, listing, language);
                sheet.freezePane(1, HEADINGS + 1);
                sheet.setAutoFilter(HEADINGS, 0, HEADINGS + listing.rows().size(), headings.size() - 1);
                sheet.repeatRows(HEADINGS);
                sheet.pageOrientation("landscape");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    };

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int HEADINGS = 3;
    private static final int LONGEST_SHEET_NAME = 31;

    private final String mediaType;
    private final String extension;

    TableFile(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of file names, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * The file.
     *
     * @param madeBy what was asked for and when, for whoever opens the file later; CSV has no place for it
     */
    public abstract <T> byte[] write(Listing<T> listing, Locale language, String madeBy);

    private static <T> List<String> headings(Listing<T> listing, Locale language) {
        return listing.columns().stream().map(c -> c.heading().in(language)).toList();
    }

    /** Spreadsheets compute what begins like a formula: that may have come from a device or a person. Numbers are none. */
    private static String field(@Nullable Cell cell, Locale language) {
        if (cell == null) {
            return "";
        }
        String text = cell.text(language);
        boolean formula = !(cell instanceof Cell.Number) && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static <T> void fill(Worksheet sheet, Listing<T> listing, Locale language) {
        int line = HEADINGS + 1;
        for (T row : listing.rows()) {
            for (int c = 0; c < listing.columns().size(); c++) {
                Column<T> column = listing.columns().get(c);
                put(sheet, line, c, column.inFile(row), column.numberFormat(), language);
            }
            line++;
        }
    }

    private static void put(
            Worksheet sheet, int line, int c, @Nullable Cell cell, @Nullable String format, Locale language) {
        if (cell instanceof Cell.Number number) {
            sheet.value(line, c, number.value());
            if (format != null) {
                sheet.style(line, c).format(format).set();
            }
        } else if (cell instanceof Cell.Day day) {
            sheet.value(line, c, day.day());
            sheet.style(line, c).format("yyyy-mm-dd").set();
        } else if (cell instanceof Cell.Time time) {
            sheet.value(line, c, time.local());
            sheet.style(line, c).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (cell != null) {
            sheet.value(line, c, cell.text(language));
        }
    }

    /** Spreadsheets forbid some characters in the names of sheets, and long ones. */
    private static String sheetName(String title) {
        String allowed = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return allowed.substring(0, Math.min(LONGEST_SHEET_NAME, allowed.length()));
    }
}
