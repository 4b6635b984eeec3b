package io.greenpark.sheets.monthly;

import io.greenpark.sheets.cell.Book;
import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.read.ReadResult;
import io.greenpark.sheets.read.SheetFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook as somebody in an office has it. */
final class OwnSheet {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "Office", "1.0");

    /** A sheet that is filled in cell by cell. */
    OwnSheet with(String name, Consumer<Page> fill) {
        fill.accept(new Page(workbook.newWorksheet(name)));
        return this;
    }

    /** Its cells by their addresses. */
    record Page(Worksheet sheet) {
        Page put(String address, Object value) {
            CellAddress at = CellAddress.of(address);
            if (value instanceof BigDecimal number) {
                sheet.value(at.row(), at.column(), number);
            } else if (value instanceof Number number) {
                sheet.value(at.row(), at.column(), number);
            } else if (value instanceof LocalDate day) {
                sheet.value(at.row(), at.column(), day);
                sheet.style(at.row(), at.column()).format("yyyy-mm-dd").set();
            } else {
                sheet.value(at.row(), at.column(), String.valueOf(value));
            }
            return this;
        }

        /** A row from its first cell on; null leaves a cell empty. */
        Page row(String first, Object... values) {
            CellAddress at = CellAddress.of(first);
            for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                    put(new CellAddress(at.row(), at.column() + i).toString(), values[i]);
                }
            }
            return this;
        }

        Page merge(String first, String last) {
            CellAddress a = CellAddress.of(first);
            CellAddress b = CellAddress.of(last);
            sheet.range(a.row(), a.column(), b.row(), b.column()).merge();
            return this;
        }
    }

    byte[] bytes() {
        try {
            workbook.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Book book() {
        return ((ReadResult.Done) SheetFiles.read(bytes())).book();
    }
}
