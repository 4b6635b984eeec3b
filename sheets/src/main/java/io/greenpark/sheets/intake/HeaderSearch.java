package io.greenpark.sheets.intake;

import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.cell.CellRange;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.form.FormColumn;
import io.greenpark.sheets.form.SheetForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds which form a sheet is and where its header stands: the row with most of a form's headings. Tells what is wrong with it. */
final class HeaderSearch {
    private static final int FIRST_ROWS = 30;
    private static final int LEAST_KNOWN = 2;

    private final Sheet sheet;
    private final Consumer<CellFault> faults;

    HeaderSearch(Sheet sheet, Consumer<CellFault> faults) {
        this.sheet = sheet;
        this.faults = faults;
    }

    private record Found(SheetForm form, Sheet.Row row, long known) {}

    /** Empty where it is none of the forms. */
    Optional<Header> among(List<SheetForm> forms) {
        Found best = null;
        for (Sheet.Row row : sheet.rows().headMap(FIRST_ROWS).values()) {
            for (SheetForm form : forms) {
                long known = known(form, row);
                boolean better = best == null
                        || known > best.known()
                        || known == best.known() && row.number() == best.row().number() && named(form);
                if (known >= LEAST_KNOWN && better) {
                    best = new Found(form, row, known);
                }
            }
        }
        return Optional.ofNullable(best).map(this::header);
    }

    private boolean named(SheetForm form) {
        return List.of(form.tab(), form.code(), form.title().zh(), form.title().en())
                .contains(sheet.name());
    }

    private static long known(SheetForm form, Sheet.Row row) {
        return row.cells().values().stream()
                .map(cell -> Headings.find(form.columns(), cell.text()))
                .flatMap(Optional::stream)
                .map(Headings.Known::column)
                .distinct()
                .count();
    }

    private Header header(Found found) {
        Map<Integer, FormColumn> columns = new HashMap<>();
        Map<FormColumn, Integer> seen = new HashMap<>();
        found.row().cells().forEach((at, cell) -> {
            CellAddress address = new CellAddress(found.row().number(), at);
            Headings.Known known =
                    Headings.find(found.form().columns(), cell.text()).orElse(null);
            if (known != null) {
                Integer other = seen.putIfAbsent(known.column(), at);
                if (other == null) {
                    columns.put(at, known.column());
                    tellUnit(address, cell, known);
                } else {
                    String twice = new CellAddress(address.row(), other).toString();
                    fault(address, cell, IntakeMessages.headings(), IntakeMessages.twiceHeading(twice));
                }
            } else if (!Headings.remarks(cell.text()) && mergedAt(address) == null) {
                fault(address, cell, IntakeMessages.headings(), IntakeMessages.unknownHeading());
            }
        });
        tellMerged(found.row());
        return new Header(sheet, found.form(), found.row().number(), columns);
    }

    private void tellUnit(CellAddress at, SheetCell cell, Headings.Known known) {
        if (known.unit() != null) {
            fault(at, cell, IntakeMessages.unit(known.column()), IntakeMessages.convert());
        }
    }

    private @Nullable CellRange mergedAt(CellAddress at) {
        return sheet.mergedAt(at.row(), at.column()).orElse(null);
    }

    private void tellMerged(Sheet.Row row) {
        for (CellRange merged : sheet.merged()) {
            boolean inHeader =
                    merged.first().row() <= row.number() && merged.last().row() >= row.number();
            if (inHeader || merged.first().row() > row.number()) {
                SheetCell said = sheet.cell(merged.first().row(), merged.first().column());
                faults.accept(new CellFault(
                        sheet.name(),
                        merged.toString(),
                        said == null ? "" : said.text(),
                        inHeader ? IntakeMessages.headings() : IntakeMessages.oneCell(),
                        inHeader ? IntakeMessages.unmergeHeader() : IntakeMessages.unmerge()));
            }
        }
    }

    private void fault(CellAddress at, SheetCell cell, Bilingual allowed, Bilingual toDo) {
        faults.accept(new CellFault(sheet.name(), at.toString(), cell.text(), allowed, toDo));
    }
}
