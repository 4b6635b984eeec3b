package io.greenpark.reports.print;

import io.greenpark.paper.Block;
import io.greenpark.paper.Block.Fact;
import io.greenpark.paper.Block.Facts;
import io.greenpark.paper.Block.Heading;
import io.greenpark.paper.Block.Note;
import io.greenpark.paper.Block.Paragraph;
import io.greenpark.paper.Paper;
import io.greenpark.park.text.Bilingual;
import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Report;
import io.greenpark.reports.content.Section;
import io.greenpark.reports.content.Shown;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report on paper. Why a figure is missing stands below its table, under the number that stands in its place. */
public final class ReportPaper {
    private static final String NONE = "—";

    private final Report report;
    private final Locale language;
    private final List<Block> blocks = new ArrayList<>();

    private ReportPaper(Report report, Locale language) {
        this.report = report;
        this.language = language;
    }

    /** The report in a language. */
    public static Paper of(Report report, Locale language) {
        return new ReportPaper(report, language).paper();
    }

    private String say(String zh, String en) {
        return new Bilingual(zh, en).in(language);
    }

    private Paper paper() {
        String made = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm XXX")
                .format(report.madeAt().atZone(report.zone()));
        String name = report.name().in(language);
        String period = report.period().words().in(language);
        blocks.add(new Facts(List.of(
                new Fact(say("对象", "Of"), name),
                new Fact(say("期间", "Period"), period),
                new Fact(say("口径", "Basis"), ReportWords.of(report.basis()).in(language)),
                new Fact(say("数据状态", "State"), report.state().words().in(language)),
                new Fact(say("取数时间", "Figures read at"), made))));
        int number = 1;
        for (Section section : report.sections()) {
            blocks.add(
                    new Heading(1, ReportWords.number(number, section.title()).in(language)));
            section(section);
            number++;
        }
        String title = report.title().in(language);
        return new Paper(
                title,
                name + say("，", ", ") + period,
                title + " · " + name + " · " + period,
                say("Greenpark 取数于 " + made, "Figures read by Greenpark at " + made),
                language,
                blocks);
    }

    private void section(Section section) {
        for (Table table : section.tables()) {
            blocks.add(new Heading(2, table.title().in(language)));
            table(table);
        }
        section.remarks().forEach(remark -> blocks.add(new Note(remark.in(language))));
    }

    private void table(Table table) {
        if (table.rows().isEmpty()) {
            blocks.add(new Paragraph(say("无。", "None.")));
            return;
        }
        List<String> reasons = new ArrayList<>();
        List<List<String>> rows =
                table.rows().stream().map(row -> row(table, row, reasons)).toList();
        blocks.add(new Block.Table(
                table.columns().stream()
                        .map(c -> new Block.Column(c.heading().in(language), c.weight(), c.kind() != Column.Kind.TEXT))
                        .toList(),
                rows));
        for (int i = 0; i < reasons.size(); i++) {
            blocks.add(new Note("[" + (i + 1) + "] " + reasons.get(i)));
        }
    }

    private List<String> row(Table table, List<Value> row, List<String> reasons) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < row.size(); c++) {
            cells.add(cell(row.get(c), table.columns().get(c), reasons));
        }
        return cells;
    }

    private String cell(Value value, Column column, List<String> reasons) {
        if (value instanceof Value.Figure figure) {
            return Shown.figure(figure.value(), column);
        }
        if (value instanceof Value.Missing missing) {
            String why = missing.reason().text().in(language);
            if (!reasons.contains(why)) {
                reasons.add(why);
            }
            return NONE + " [" + (reasons.indexOf(why) + 1) + "]";
        }
        return ReportWords.of(value).in(language);
    }
}
