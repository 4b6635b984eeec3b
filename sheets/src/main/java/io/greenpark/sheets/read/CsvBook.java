package io.greenpark.sheets.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.greenpark.sheets.cell.Book;
import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.cell.Sheet.Row;
import io.greenpark.sheets.cell.SheetCell;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads CSV as spreadsheets here write it: UTF-8 with or without its mark, or GB18030 (GBK); commas, semicolons or tabs between
 * fields, whichever its first line has most of.
 */
final class CsvBook {
    private static final String NAME = "CSV";
    private static final String SEPARATORS = ",;\t";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvBook() {}

    static Book read(byte[] file) throws RefusedFile {
        String text = text(file);
        SortedMap<Integer, Row> rows = new TreeMap<>();
        int cells = 0;
        try {
            int number = 0;
            for (CsvRecord each : CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .skipEmptyLines(false)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord(text)) {
                Row row = row(number, each.getFields());
                cells += row.cells().size();
                if (!row.cells().isEmpty()) {
                    rows.put(number, row);
                }
                if (++number > Bounds.MOST_ROWS) {
                    throw new RefusedFile(ReadMessages.tooManyRows(NAME));
                }
                if (cells > Bounds.MOST_CELLS) {
                    throw new RefusedFile(ReadMessages.tooManyCells());
                }
            }
        } catch (CsvParseException e) {
            throw new RefusedFile(ReadMessages.otherFile());
        }
        return new Book(List.of(new Sheet(NAME, rows, List.of())));
    }

    private static Row row(int number, List<String> fields) throws RefusedFile {
        SortedMap<Integer, SheetCell> cells = new TreeMap<>();
        for (int column = 0; column < fields.size(); column++) {
            if (!fields.get(column).isBlank()) {
                if (column >= Bounds.MOST_COLUMNS) {
                    throw new RefusedFile(
                            ReadMessages.tooManyColumns(NAME, new CellAddress(number, column).toString()));
                }
                cells.put(column, SheetCell.text(fields.get(column).strip()));
            }
        }
        return new Row(number, cells);
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS.toCharArray()) {
            long count = first.chars().filter(c -> c == separator).count();
            if (count > most) {
                best = separator;
                most = count;
            }
        }
        return best;
    }

    /** Text in GB18030 is hardly ever UTF-8 by chance, the other way round it often is. */
    private static String text(byte[] file) throws RefusedFile {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file))
                        .toString();
                if (text.indexOf('\0') < 0) {
                    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
                }
            } catch (CharacterCodingException e) {
                // The next one may read it.
            }
        }
        throw new RefusedFile(ReadMessages.otherFile());
    }
}
