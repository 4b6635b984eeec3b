package io.greenpark.dashboards.monday;

import io.greenpark.dashboards.monday.MondayPage.CaseWeek;
import io.greenpark.dashboards.monday.MondayPage.Driver;
import io.greenpark.dashboards.monday.MondayPage.Intensity;
import io.greenpark.dashboards.monday.MondayPage.ObjectionWeek;
import io.greenpark.dashboards.monday.MondayPage.Row;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Monday's page in a mail: a line for each thing. */
final class MondayText {
    private static final String MINUS = "\u2212";
    private static final int PERCENT_DIGITS = 2;
    private static final int TONNES_DIGITS = 1;

    private MondayText() {}

    static Bilingual title(MondayPage page) {
        return new Bilingual("周一简报 " + page.week(), "Monday's page, " + page.week());
    }

    static Bilingual text(MondayPage page) {
        return new Bilingual(text(page, Locale.CHINESE), text(page, Locale.ENGLISH));
    }

    private static String text(MondayPage page, Locale language) {
        List<String> lines = new ArrayList<>();
        int month = page.month().getMonthValue();
        lines.add(new Bilingual(
                        page.month().getYear() + " 年 1-" + month + " 月单位工业增加值能耗（与目标基年同期相比）",
                        "Energy per value added, January to " + page.month()
                                + ", against the same months of the target's base year")
                .in(language));
        page.rows().forEach(row -> lines.add("  " + intensity(row, language)));
        if (!page.drivers().isEmpty()) {
            lines.add(new Bilingual("超目标用能最多的企业（吨标准煤）", "Most used above what targets allow (tce)").in(language));
            page.drivers().forEach(driver -> lines.add("  " + driver(driver, language)));
        }
        lines.add(cases(new Bilingual("上周预警", "Cases of last week"), page.cases(), language));
        List<Row> parks = page.rows().stream()
                .filter(row -> row.cases().opened()
                                + row.cases().closed()
                                + row.cases().overdue()
                        > 0)
                .filter(row -> page.rows().size() > 1)
                .toList();
        parks.forEach(row -> lines.add("  " + cases(row.name(), row.cases(), language)));
        ObjectionWeek objections = page.objections();
        if (objections.open() + objections.decided() > 0) {
            lines.add(new Bilingual(
                            "异议：未办结 " + objections.open() + "（其中超期 " + objections.overdue() + "），上周办结 "
                                    + objections.decided(),
                            "Objections: " + objections.open() + " open (" + objections.overdue() + " overdue), "
                                    + objections.decided() + " decided last week")
                    .in(language));
        }
        List<Row> listed =
                page.rows().stream().filter(row -> row.clean().listed() > 0).toList();
        if (!listed.isEmpty()) {
            lines.add(new Bilingual("清洁生产审核覆盖率", "Coverage of clean production").in(language)
                    + colon(language)
                    + joined(
                            listed,
                            row -> row.name().in(language) + " " + row.clean().covered() + "/"
                                    + row.clean().listed() + " (" + row.clean().percent() + " %)",
                            language));
        }
        return String.join("\n", lines);
    }

    private static String intensity(Row row, Locale language) {
        Intensity i = row.intensity();
        String name = row.name().in(language) + colon(language);
        if (i == null) {
            return name + new Bilingual("未设目标", "no target").in(language);
        }
        if (i.change() == null) {
            return name + new Bilingual("暂不能判定", "cannot be told yet").in(language);
        }
        return name
                + signed(i.change(), PERCENT_DIGITS)
                + " %"
                + new Bilingual("，目标 ", ", target ").in(language)
                + signed(i.target(), PERCENT_DIGITS)
                + " %"
                + gap(i.gap(), language);
    }

    private static String gap(@Nullable BigDecimal gap, Locale language) {
        if (gap == null) {
            return "";
        }
        String points = gap.abs().setScale(PERCENT_DIGITS, RoundingMode.HALF_UP).toPlainString();
        return gap.signum() > 0
                ? new Bilingual("，滞后 " + points + " 个百分点", ", behind by " + points + " points").in(language)
                : new Bilingual("，符合进度", ", on track").in(language);
    }

    private static String driver(Driver driver, Locale language) {
        return driver.name().in(language) + colon(language) + signed(driver.excess(), TONNES_DIGITS);
    }

    private static String cases(Bilingual about, CaseWeek week, Locale language) {
        return about.in(language)
                + colon(language)
                + new Bilingual(
                                "新增 " + week.opened() + "，办结 " + week.closed() + "，新逾期 " + week.overdue() + "，未办结 "
                                        + week.open(),
                                week.opened() + " opened, " + week.closed() + " closed, " + week.overdue()
                                        + " became overdue, " + week.open() + " open")
                        .in(language);
    }

    private static <T> String joined(List<T> all, Function<T, String> each, Locale language) {
        return all.stream().map(each).collect(Collectors.joining(new Bilingual("；", "; ").in(language)));
    }

    private static String colon(Locale language) {
        return new Bilingual("：", ": ").in(language);
    }

    private static String signed(@Nullable BigDecimal value, int digits) {
        if (value == null) {
            return "—";
        }
        String text = value.abs().setScale(digits, RoundingMode.HALF_UP).toPlainString();
        return (value.signum() < 0 ? MINUS : value.signum() > 0 ? "+" : "") + text;
    }
}
