package io.greenpark.sheets.monthly;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.cell.CellRange;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.figure.CellAmount;
import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.figure.Plain;
import io.greenpark.sheets.figure.SheetUnit;
import io.greenpark.sheets.intake.CellFault;
import io.greenpark.sheets.layout.Guess;
import io.greenpark.sheets.layout.Heading;
import io.greenpark.sheets.layout.Layout;
import io.greenpark.sheets.layout.MergedCells;
import io.greenpark.sheets.layout.Role;
import io.greenpark.sheets.match.EnterpriseIndex;
import io.greenpark.sheets.match.SaidRow;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet below its header, by a mapping. */
final class SheetReader {
    private static final Pattern TOTAL = Pattern.compile(".{0,40}(合计|小计|总计|共计|总和)(\\(.*\\))?|(sub|grand)?total|sum");
    private static final Pattern NOTE = Pattern.compile("(注|说明|备注|填表|填报|制表|审核|复核|单位负责人|联系|打印|数据来源|note).*");

    private static final Pattern COLUMN_LETTER = Pattern.compile("[甲乙丙丁戊]");

    private final MappedSheet mapped;
    private final Sheet sheet;
    private final Given given;
    private final EnterpriseIndex index;
    private final List<CellFault> faults = new ArrayList<>();
    private final List<ReadRow> rows = new ArrayList<>();
    private final List<Integer> notes = new ArrayList<>();
    private final Columns columns;
    private final Totals totals;
    private final MergedCells merged;
    private final @Nullable Carrier carrier;
    private int missing;

    private SheetReader(MappedSheet mapped, Given given, EnterpriseIndex index) {
        this.mapped = mapped;
        this.sheet = mapped.layout().sheet();
        this.merged = new MergedCells(sheet);
        this.given = given;
        this.index = index;
        this.columns = new Columns(mapped, given, faults::add);
        this.totals = new Totals(sheet.name(), columns.amounts());
        this.carrier = columns.amounts().stream()
                .map(AmountColumn::figure)
                .filter(Figure::billed)
                .map(Figure::carrier)
                .findFirst()
                .orElse(null);
    }

    static SheetReading read(MappedSheet mapped, Given given, EnterpriseIndex index) {
        SheetReader reader = new SheetReader(mapped, given, index);
        Layout layout = mapped.layout();
        reader.sheet.rows().tailMap(layout.lastRow() + 1).values().stream()
                .filter(row -> !row.blank())
                .forEach(reader::row);
        return new SheetReading(
                mapped,
                reader.rows,
                reader.totals.checks(),
                reader.faults,
                reader.missing,
                reader.notes,
                reader.columns.needsYear(),
                reader.columns.needsMonth());
    }

    private void row(Sheet.Row row) {
        int number = row.number();
        SaidRow said = new SaidRow(
                text(number, Role.ID),
                text(number, Role.CREDIT_CODE),
                text(number, Role.ACCOUNT),
                text(number, Role.NAME));
        String label = label(row);
        if (label != null && none(said.account()) && none(said.creditCode())) {
            totals.row(row, label);
            return;
        }
        boolean figures = columns.amounts().stream().anyMatch(c -> filled(row, c));
        boolean note = said.blank()
                || said.name() != null && NOTE.matcher(Plain.of(said.name())).matches();
        if (note && !figures) {
            notes.add(number + 1);
            return;
        }
        if (said.name() != null && heads(said.name())) {
            notes.add(number + 1);
            return;
        }
        if (said.blank()
                && columns.amounts().stream()
                        .noneMatch(c -> row.cell(c.at()) != null && value(row, c) instanceof CellAmount.Number)) {
            notes.add(number + 1);
            return;
        }
        if (said.blank()) {
            fault(
                    number,
                    identifying(),
                    new Bilingual("企业名称、信用代码或户号", "a name, a credit code or a customer number"),
                    new Bilingual(
                            "这一行有数值但没有写是哪家企业；请补上，或清空该行",
                            "the row has figures and says no enterprise; name it or empty the row"));
            return;
        }
        Integer monthAt = columns.at(Role.MONTH);
        Integer unitAt = columns.at(Role.UNIT);
        YearMonth month = monthAt == null ? null : month(number, monthAt);
        SheetUnit unit = unitAt == null ? null : unit(number, unitAt);
        List<ReadAmount> amounts = amounts(row, month, unit);
        totals.add(row.number(), amounts);
        totals.across(row, amounts);
        rows.add(new ReadRow(
                sheet.name(), number + 1, mapped.mapping().id(), said, index.match(said, carrier), amounts));
    }

    /** Whether a row has no number or code of anybody: sums call themselves so in any column. */
    private static boolean none(@Nullable String said) {
        return said == null || TOTAL.matcher(Plain.of(said)).matches();
    }

    /** Whether a row repeats the header, as on a new page, or numbers its columns as statistical forms do: 甲, 乙, 1, 2. */
    private static boolean heads(String name) {
        return Guess.heads(name) || COLUMN_LETTER.matcher(Plain.of(name)).matches();
    }

    private boolean filled(Sheet.Row row, AmountColumn column) {
        return !(value(row, column) instanceof CellAmount.Missing);
    }

    private static CellAmount value(Sheet.Row row, AmountColumn column) {
        return CellAmount.of(row.cell(column.at()));
    }

    /** What a row calls itself that has sums; null where it has none. */
    private @Nullable String label(Sheet.Row row) {
        int first = columns.amounts().stream().mapToInt(AmountColumn::at).min().orElse(Integer.MAX_VALUE);
        for (SheetCell cell : row.cells().headMap(first).values()) {
            if (TOTAL.matcher(Plain.of(cell.text())).matches()) {
                return cell.text().strip();
            }
        }
        return null;
    }

    private List<ReadAmount> amounts(Sheet.Row row, @Nullable YearMonth month, @Nullable SheetUnit unit) {
        List<ReadAmount> amounts = new ArrayList<>();
        for (AmountColumn column : columns.amounts()) {
            if (column.total()) {
                continue;
            }
            CellAddress at = new CellAddress(row.number(), column.at());
            CellRange range = merged.at(row.number(), column.at());
            CellAmount value = value(row, column);
            if (range != null) {
                tellMerged(range);
            } else if (value instanceof CellAmount.Missing) {
                missing++;
            } else if (value instanceof CellAmount.Refused refused) {
                totals.spoil(column);
                fault(row.number(), column.at(), refused.allowed(), refused.toDo());
            } else if (value instanceof CellAmount.Number number) {
                List<YearMonth> months =
                        columns.at(Role.MONTH) == null ? column.months() : month == null ? List.of() : List.of(month);
                SheetUnit in = column.unit() == null ? unit : column.unit();
                if (sound(row.number(), column, number.value(), in) && !months.isEmpty() && in != null) {
                    amounts.add(new ReadAmount(at.toString(), column.figure(), months, number.value(), in));
                }
            }
        }
        return amounts;
    }

    private boolean sound(int row, AmountColumn column, BigDecimal number, @Nullable SheetUnit unit) {
        if (unit != null && unit.family() != column.figure().family()) {
            fault(
                    row,
                    Objects.requireNonNull(columns.at(Role.UNIT)),
                    new Bilingual("与指标相符的单位", "a unit of the figure"),
                    new Bilingual(
                            "“" + unit.code() + "”不是“" + column.figure().shown().zh() + "”的单位；请改正",
                            "\"" + unit.code() + "\" is no unit of "
                                    + column.figure().shown().en() + "; correct it"));
            return false;
        }
        if (column.figure().billed() && number.signum() < 0) {
            fault(
                    row,
                    column.at(),
                    new Bilingual("不小于 0 的数字", "a number of 0 or more"),
                    new Bilingual("账单量不能是负数；请核对后改正", "nobody is billed less than nothing; look it up and correct it"));
            return false;
        }
        return true;
    }

    private void tellMerged(CellRange range) {
        SheetCell said = sheet.cell(range.first().row(), range.first().column());
        CellFault fault = new CellFault(
                sheet.name(),
                range.toString(),
                said == null ? "" : said.text(),
                new Bilingual("每家企业每个月一个数字", "a number for each enterprise and month"),
                new Bilingual(
                        "几行或几个月合用一个数字，无法分开；请取消合并后分别填写",
                        "several rows or months have one number; unmerge the cells and fill in each"));
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    private @Nullable YearMonth month(int row, int column) {
        String text = shown(row, column);
        Heading named = text == null ? null : Heading.ofCell(text);
        Integer year = named == null ? null : named.year() != null ? named.year() : columns.sheetYear();
        if (named != null
                && year != null
                && named.first() != null
                && named.first().equals(named.last())) {
            return YearMonth.of(year, named.first());
        }
        if (text == null && given.month() != null) {
            return given.month();
        }
        fault(
                row,
                column,
                new Bilingual("月份，如 2026-01、2026年1月、202601", "a month, e.g. 2026-01, 202601"),
                new Bilingual("请写明是哪年哪月", "write which month of which year"));
        return null;
    }

    private @Nullable SheetUnit unit(int row, int column) {
        String text = shown(row, column);
        SheetUnit unit = text == null ? null : SheetUnit.of(text).orElse(null);
        if (unit == null) {
            fault(
                    row,
                    column,
                    new Bilingual("单位，如 万元、kWh、万kWh、m3、t、GJ", "a unit, e.g. 万元, kWh, 万kWh, m3, t, GJ"),
                    new Bilingual("不认识这个单位；请改成常用写法", "the unit is not known; write it in a usual way"));
        }
        return unit;
    }

    private @Nullable String text(int row, Role role) {
        Integer column = columns.at(role);
        return column == null ? null : shown(row, column);
    }

    /** What a cell shows, merged or not; null where nothing does. */
    private @Nullable String shown(int row, int column) {
        SheetCell cell = merged.shown(row, column);
        return cell == null || cell.blank() || CellAmount.NOTHING.contains(Plain.of(cell.text()))
                ? null
                : cell.text().strip();
    }

    private int identifying() {
        for (Role role : List.of(Role.NAME, Role.ACCOUNT, Role.CREDIT_CODE, Role.ID)) {
            Integer at = columns.at(role);
            if (at != null) {
                return at;
            }
        }
        return 0;
    }

    private void fault(int row, int column, Bilingual allowed, Bilingual toDo) {
        SheetCell cell = sheet.cell(row, column);
        faults.add(new CellFault(
                sheet.name(), new CellAddress(row, column).toString(), cell == null ? "" : cell.text(), allowed, toDo));
    }
}
