package io.greenpark.returns.reminder;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.text.Bilingual;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.question.QuestionTexts;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** What a reminder says. */
final class ReminderTexts {
    private ReminderTexts() {}

    static Bilingual title(Enterprise enterprise, ReturnPeriod period) {
        Bilingual name = QuestionTexts.name(period);
        return new Bilingual(
                "请填报 " + name.zh() + "数据：" + enterprise.name().zh(),
                "Monthly return of " + name.en() + " wanted: "
                        + enterprise.name().en());
    }

    static Bilingual text(Enterprise enterprise, ReturnPeriod period, LocalDate due) {
        Bilingual name = QuestionTexts.name(period);
        String english = due.getDayOfMonth() + " " + due.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return new Bilingual(
                enterprise.name().zh() + "尚未提交 " + name.zh() + "的月度填报（产值、工业增加值、产品产量和电、气、汽、水费单）。请于 "
                        + due.getMonthValue() + " 月 " + due.getDayOfMonth() + " 日前提交，用手机也可填报；已经填写的会保留。",
                enterprise.name().en() + " has not submitted its return of " + name.en()
                        + " (output, value added, products, bills of electricity, gas, steam and water). Please do so by "
                        + english + "; a phone will do, and what was typed is kept.");
    }
}
