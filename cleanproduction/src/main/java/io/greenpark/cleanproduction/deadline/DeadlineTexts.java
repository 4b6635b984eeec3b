package io.greenpark.cleanproduction.deadline;

import io.greenpark.cleanproduction.round.Deadline;
import io.greenpark.cleanproduction.round.Term;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.text.Bilingual;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What letters say of deadlines. */
final class DeadlineTexts {
    private DeadlineTexts() {}

    /** A deadline that is told. */
    record Told(Enterprise enterprise, Deadline deadline, Bilingual owner, int daysBefore) {}

    static Bilingual title(Told told) {
        Bilingual step = told.deadline().step().named();
        return new Bilingual(
                "清洁生产“" + step.zh() + "”" + left(told).zh() + "："
                        + told.enterprise().name().zh(),
                "Clean production: " + step.en() + " " + left(told).en() + ": "
                        + told.enterprise().name().en());
    }

    private static Bilingual left(Told told) {
        return switch (told.daysBefore()) {
            case 0 -> new Bilingual("今日到期", "is due today");
            case 1 -> new Bilingual("明日到期", "is due tomorrow");
            default -> new Bilingual(told.daysBefore() + " 天内到期", "is due within " + told.daysBefore() + " days");
        };
    }

    static Bilingual text(Told told) {
        Deadline deadline = told.deadline();
        Bilingual step = deadline.step().named();
        return new Bilingual(
                told.enterprise().name().zh() + "的清洁生产审核：“" + step.zh() + "”应于 "
                        + day(deadline.due()).zh() + "前（含当日）完成。"
                        + because(deadline).zh() + "完成后请将日期和文件告知"
                        + told.owner().zh() + "登记。",
                "Clean-production audit of " + told.enterprise().name().en() + ": the step \"" + step.en()
                        + "\" is to be taken by " + day(deadline.due()).en() + ", that day included. "
                        + because(deadline).en() + " Once it is done, tell "
                        + told.owner().en()
                        + " the day and the document, so that it is entered.");
    }

    private static Bilingual because(Deadline deadline) {
        Term term = deadline.term();
        Bilingual from = day(deadline.from());
        return new Bilingual(
                "期限：自 " + from.zh() + "起 " + term.months() + " 个月；依据："
                        + term.source().zh() + (term.confirmed() ? "。" : "（未核实）。"),
                "The term: " + term.months() + " months from " + from.en() + "; by: "
                        + term.source().en() + (term.confirmed() ? "." : " (not confirmed)."));
    }

    private static Bilingual day(LocalDate day) {
        return new Bilingual(
                day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日",
                day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                        + day.getYear());
    }

    static Bilingual officeTitle(Park park, int count) {
        return new Bilingual(
                "清洁生产到期提醒：" + park.name().zh() + "，" + count + " 项",
                "Clean production: deadlines of " + park.name().en() + ": " + count);
    }

    /** One letter for all that is told at once in a park. */
    static Bilingual officeText(List<Told> all) {
        return new Bilingual(
                "以下步骤将到期：\n"
                        + all.stream()
                                .map(told -> day(told.deadline().due()).zh() + "　"
                                        + told.enterprise().name().zh() + "　"
                                        + told.deadline().step().named().zh() + "（承办："
                                        + told.owner().zh() + "）")
                                .collect(Collectors.joining("\n")),
                "These steps come due:\n"
                        + all.stream()
                                .map(told -> day(told.deadline().due()).en() + ": "
                                        + told.enterprise().name().en() + ", "
                                        + told.deadline().step().named().en() + " (seen to by "
                                        + told.owner().en() + ")")
                                .collect(Collectors.joining("\n")));
    }
}
