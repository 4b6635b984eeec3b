package io.greenpark.sheets.monthly;

import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.intake.CellFault;
import io.greenpark.sheets.layout.Heading;
import io.greenpark.sheets.layout.Layout;
import io.greenpark.sheets.layout.Layout.Column;
import io.greenpark.sheets.layout.Role;
import io.greenpark.sheets.mapping.SheetMapping.ColumnUse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The columns of a sheet as its mapping has them, each with its months. Tells of headings that say too little, or the same twice. */
final class Columns {
    private final Layout layout;
    private final Given given;
    private final Consumer<CellFault> faults;
    private final Map<Role, Integer> roles = new HashMap<>();
    private final List<AmountColumn> amounts = new ArrayList<>();
    private boolean needsYear;
    private boolean needsMonth;

    private record Cell(Figure figure, YearMonth month) {}

    Columns(MappedSheet sheet, Given given, Consumer<CellFault> faults) {
        this.layout = sheet.layout();
        this.given = given;
        this.faults = faults;
        boolean monthColumn = sheet.mapping().mapping().has(Role.MONTH);
        Map<Cell, String> seen = new HashMap<>();
        for (Column column : layout.columns()) {
            ColumnUse use =
                    sheet.mapping().mapping().use(column.heading().key()).orElse(null);
            if (use == null || use.role() == Role.IGNORED) {
                continue;
            }
            if (use.role() != Role.AMOUNT && use.role() != Role.TOTAL) {
                roles.putIfAbsent(use.role(), column.at());
            } else if (use.figure() != null) {
                amount(column, use, monthColumn, seen);
            }
        }
    }

    private void amount(Column column, ColumnUse use, boolean monthColumn, Map<Cell, String> seen) {
        boolean total = use.role() == Role.TOTAL;
        List<YearMonth> months = total || monthColumn ? List.of() : months(column);
        if (months == null) {
            return;
        }
        Figure figure = Objects.requireNonNull(use.figure());
        String address = layout.address(column);
        for (YearMonth month : months) {
            String other = seen.putIfAbsent(new Cell(figure, month), address);
            if (other != null) {
                fault(
                        column,
                        new Bilingual("每个月一列", "a column for each month"),
                        new Bilingual(
                                month + " 已在 " + other + "；请改正表头，或删去重复的列",
                                month + " stands in " + other + " already; correct the heading or delete the column"));
                return;
            }
        }
        amounts.add(new AmountColumn(
                column.at(),
                address,
                column.heading().shown(),
                figure,
                use.unit(),
                months,
                column.heading().year(),
                total));
    }

    /** The months of a column; null, told, where its heading does not tell. */
    private @Nullable List<YearMonth> months(Column column) {
        Heading heading = column.heading();
        if (!heading.monthly()) {
            YearMonth month = sheetMonth();
            needsMonth |= month == null;
            return month == null ? null : List.of(month);
        }
        if (ambiguous(column)) {
            fault(
                    column,
                    new Bilingual("月份，如 2025-01、2025年10月", "a month, e.g. 2025-01"),
                    new Bilingual(
                            "数字 2025.1 可能是 1 月，也可能是 10 月；请改成 2025-01 或 2025-10",
                            "the number may be January or October; write 2025-01 or 2025-10"));
            return null;
        }
        Integer year = heading.year() != null ? heading.year() : sheetYear();
        if (year == null) {
            needsYear = true;
            return null;
        }
        int first = Objects.requireNonNull(heading.first());
        int last = Objects.requireNonNull(heading.last());
        if (first == last) {
            return List.of(YearMonth.of(year, first));
        }
        if (first == 1 && last == 2) {
            return List.of(YearMonth.of(year, 1), YearMonth.of(year, 2));
        }
        fault(
                column,
                new Bilingual("一个月，或 1-2 月合并", "one month, or January and February together"),
                new Bilingual(
                        "几个月的合计不能当作一个月；请在对应关系中改为“合计”或“不读取”",
                        "a sum of months is none; let the mapping say that it is a total or not read"));
        return null;
    }

    /** A number that spreadsheets show as 2025.10 is 2025.1. */
    private boolean ambiguous(Column column) {
        for (int row = layout.firstRow(); row <= layout.lastRow(); row++) {
            SheetCell cell = layout.sheet().cell(row, column.at());
            if (cell != null
                    && cell.kind() == SheetCell.Kind.NUMBER
                    && cell.text().matches("\\d{4}\\.1")) {
                return true;
            }
        }
        return false;
    }

    private void fault(Column column, Bilingual allowed, Bilingual toDo) {
        faults.accept(new CellFault(
                layout.sheet().name(), layout.address(column), column.heading().shown(), allowed, toDo));
    }

    /** The year of months that do not say theirs. */
    @Nullable
    Integer sheetYear() {
        return layout.titleYear() != null ? layout.titleYear() : given.year();
    }

    private @Nullable YearMonth sheetMonth() {
        Integer year = layout.titleYear();
        Integer month = layout.titleMonth();
        return year != null && month != null ? YearMonth.of(year, month) : given.month();
    }

    boolean needsYear() {
        return needsYear;
    }

    boolean needsMonth() {
        return needsMonth;
    }

    /** Where the column of a role is; null where there is none. */
    @Nullable
    Integer at(Role role) {
        return roles.get(role);
    }

    /** Those with figures and sums, from the left. */
    List<AmountColumn> amounts() {
        return amounts;
    }
}
