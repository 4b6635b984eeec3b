package io.greenpark.reports.workbook;

import io.greenpark.park.text.Bilingual;
import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Formula;
import io.greenpark.reports.content.Report;
import io.greenpark.reports.content.Section;
import io.greenpark.reports.content.Shown;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import io.greenpark.reports.print.ReportWords;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as a workbook: a sheet that says what it is, and one for each section. */
public final class ReportWorkbook {
    private static final int NARROWEST = 12;
    private static final int LETTERS_OF_WEIGHT = 2;
    private static final int FACT_WIDTH = 24;
    private static final int LONGEST_NAME = 31;

    private final Report report;
    private final Locale language;
    private final Styles styles = new Styles();

    private ReportWorkbook(Report report, Locale language) {
        this.report = report;
        this.language = language;
    }

    /** The file, in a language. */
    public static byte[] of(Report report, Locale language) {
        return new ReportWorkbook(report, language).bytes();
    }

    private String say(String zh, String en) {
        return new Bilingual(zh, en).in(language);
    }

    private byte[] bytes() {
        List<SheetXml> sheets = new ArrayList<>();
        sheets.add(cover());
        int number = 1;
        for (Section section : report.sections()) {
            SheetXml sheet = new SheetXml(
                    name(ReportWords.number(number, section.title()).in(language)));
            section(sheet, section);
            sheets.add(sheet);
            number++;
        }
        return Xlsx.of(sheets, styles);
    }

    private SheetXml cover() {
        SheetXml sheet = new SheetXml(say("说明", "About"));
        sheet.next();
        sheet.text(0, report.title().in(language), Styles.TITLE);
        fact(sheet, say("对象", "Of"), report.name().in(language));
        fact(sheet, say("期间", "Period"), report.period().words().in(language));
        fact(sheet, say("口径", "Basis"), ReportWords.of(report.basis()).in(language));
        fact(sheet, say("数据状态", "State"), report.state().words().in(language));
        fact(
                sheet,
                say("取数时间", "Figures read at"),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm XXX")
                        .format(report.madeAt().atZone(report.zone())));
        sheet.widen(0, FACT_WIDTH);
        sheet.widen(1, FACT_WIDTH * 2);
        return sheet;
    }

    private static void fact(SheetXml sheet, String name, String value) {
        sheet.next();
        sheet.text(0, name, Styles.HEADING);
        sheet.text(1, value, Styles.TEXT);
    }

    private void section(SheetXml sheet, Section section) {
        for (Table table : section.tables()) {
            sheet.next();
            sheet.text(0, table.title().in(language), Styles.TITLE);
            table(sheet, table);
            sheet.next();
        }
        for (Bilingual remark : section.remarks()) {
            sheet.next();
            sheet.text(0, remark.in(language), Styles.NOTE);
        }
    }

    private void table(SheetXml sheet, Table table) {
        sheet.next();
        if (table.rows().isEmpty()) {
            sheet.text(0, say("无。", "None."), Styles.NOTE);
            return;
        }
        for (int c = 0; c < table.columns().size(); c++) {
            Column column = table.columns().get(c);
            sheet.text(c, column.heading().in(language), Styles.HEADING);
            sheet.widen(c, Math.max(NARROWEST, column.weight() * LETTERS_OF_WEIGHT));
        }
        int first = sheet.row() + 1;
        for (int r = 0; r < table.rows().size(); r++) {
            sheet.next();
            row(sheet, table, r, first);
        }
    }

    private void row(SheetXml sheet, Table table, int r, int first) {
        List<Value> row = table.rows().get(r);
        boolean bold = table.summed() && r == table.rows().size() - 1;
        for (int c = 0; c < row.size(); c++) {
            Value value = row.get(c);
            Column column = table.columns().get(c);
            if (value instanceof Value.Figure figure) {
                BigDecimal exact = column.kind() == Column.Kind.SHARE ? Shown.cut(figure.value()) : figure.value();
                sheet.figure(
                        c,
                        exact,
                        formula(figure.formula(), table, row, c, first, sheet.row()),
                        styles.of(column, bold));
            } else if (value == Value.BLANK) {
                sheet.blank(c, Styles.TEXT);
            } else {
                sheet.text(c, ReportWords.of(value).in(language), Styles.TEXT);
            }
        }
    }

    /** The formula with addresses; null where a cell that it needs has no figure. */
    private static @Nullable String formula(
            @Nullable Formula formula, Table table, List<Value> row, int column, int first, int at) {
        if (formula == null) {
            return null;
        }
        if (formula.ofColumn()) {
            return "SUM(" + SheetXml.address(column, first) + ":" + SheetXml.address(column, at - 1) + ")";
        }
        String text = formula.text();
        for (int c = 0; c < table.columns().size(); c++) {
            String name = "{" + table.columns().get(c).code() + "}";
            if (text.contains(name)) {
                if (!(row.get(c) instanceof Value.Figure)) {
                    return null;
                }
                text = text.replace(name, SheetXml.address(c, at));
            }
        }
        return text;
    }

    /** Spreadsheets forbid some characters in the names of sheets, and long ones. */
    private static String name(String title) {
        String allowed = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return allowed.substring(0, Math.min(LONGEST_NAME, allowed.length()));
    }
}
