package io.greenpark.returns.question;

import io.greenpark.park.text.Bilingual;
import io.greenpark.returns.figure.BillKind;
import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Quantity;
import io.greenpark.returns.figure.ReturnPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every question as a sentence in both languages. */
public final class QuestionTexts {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final Map<String, String> UNITS = Map.of("CNY", "元", "m3", "m³");

    private QuestionTexts() {}

    /** The question, with its figures. */
    public static Bilingual of(Question question) {
        Bilingual figure = name(question.figure());
        return switch (question.rule()) {
            case SCALE -> scale(question, figure);
            case CHANGE -> change(question, figure);
            case ZERO ->
                new Bilingual(
                        figure.zh() + "填为 0，" + period(question).zh() + "为 "
                                + amount(question.compared()).zh() + "。确实没有吗？没有数据请留空，不要填 0",
                        figure.en() + " is 0; " + period(question).en() + " it was "
                                + amount(question.compared()).en()
                                + ". Is it really nothing? Leave it empty where it is not known");
            case MISSING -> missing(question, figure);
            case UNIT ->
                new Bilingual(
                        figure.zh() + "的单位是" + unit(question.given()).zh() + "，"
                                + period(question).zh() + "的单位是"
                                + unit(question.compared()).zh() + "，无法比较。单位对吗？",
                        figure.en() + " is in " + unit(question.given()).en() + "; "
                                + period(question).en()
                                + " it was in " + unit(question.compared()).en()
                                + ", which cannot be compared. Is the unit right?");
            case METERS -> meters(question, figure);
            case VALUE_ADDED_ABOVE_OUTPUT ->
                new Bilingual(
                        "工业增加值 " + amount(question.given()).zh() + " 大于产值 "
                                + amount(question.compared()).zh() + "。哪一项填错了？",
                        "value added, " + amount(question.given()).en() + ", is more than output, "
                                + amount(question.compared()).en() + ". Which of the two is wrong?");
        };
    }

    /** What a figure is called. */
    public static Bilingual name(FigureKey key) {
        Bilingual bill = key.bill().map(BillKind::displayName).orElse(Bilingual.same(key.of()));
        return switch (key.kind()) {
            case OUTPUT -> new Bilingual("产值", "output");
            case VALUE_ADDED -> new Bilingual("工业增加值", "value added");
            case PRODUCT -> new Bilingual("产品“" + key.of() + "”的产量", "the amount of \"" + key.of() + "\"");
            case BILL -> new Bilingual(bill.zh() + "用量", "the amount of the " + bill.en());
            case COST -> new Bilingual(bill.zh() + "金额", "the cost of the " + bill.en());
        };
    }

    private static Bilingual scale(Question question, Bilingual figure) {
        Bilingual was = period(question);
        String times = ratio(question.given(), question.compared());
        String factor = grouped(BigDecimal.valueOf(Math.abs(question.number())), 0);
        boolean less = question.number() < 0;
        return new Bilingual(
                figure.zh() + " " + amount(question.given()).zh() + " 是" + was.zh() + " "
                        + amount(question.compared()).zh() + " 的 " + times + " 倍，像是单位差了 " + factor + " 倍（"
                        + hint(question.figure()).zh() + "）。对吗？",
                figure.en() + ", " + amount(question.given()).en() + ", is " + times + " times that of "
                        + was.en() + ", " + amount(question.compared()).en() + ": as if the unit were "
                        + (less ? "too large" : "too small") + " by " + factor + " ("
                        + hint(question.figure()).en() + "). Is it right?");
    }

    private static Bilingual change(Question question, Bilingual figure) {
        int percent = question.number();
        return new Bilingual(
                figure.zh() + " " + amount(question.given()).zh() + "，比"
                        + period(question).zh() + "的 "
                        + amount(question.compared()).zh() + (percent < 0 ? "少 " : "多 ") + Math.abs(percent)
                        + " %。原因是什么？",
                figure.en() + ", " + amount(question.given()).en() + ", is " + Math.abs(percent) + " % "
                        + (percent < 0 ? "less" : "more") + " than "
                        + period(question).en() + ", "
                        + amount(question.compared()).en() + ". What is the reason?");
    }

    private static Bilingual missing(Question question, Bilingual figure) {
        if (question.compared() == null) {
            return new Bilingual(figure.zh() + "没有填写。原因是什么？", figure.en() + " is not stated. What is the reason?");
        }
        Bilingual was = question.period() == null ? new Bilingual("计量为", "the meters counted") : period(question);
        return new Bilingual(
                figure.zh() + "没有填写，" + was.zh() + " "
                        + amount(question.compared()).zh() + "。原因是什么？",
                figure.en() + " is not stated; " + was.en() + " "
                        + (question.period() == null ? "" : "it was ")
                        + amount(question.compared()).en() + ". What is the reason?");
    }

    private static Bilingual meters(Question question, Bilingual figure) {
        int percent = question.number();
        Integer completeness = question.completenessPercent();
        int complete = completeness == null ? 0 : completeness;
        return new Bilingual(
                figure.zh() + " " + amount(question.given()).zh() + "，比计量的 "
                        + amount(question.compared()).zh() + (percent < 0 ? "少 " : "多 ") + Math.abs(percent)
                        + " %（计量完整率 " + complete + " %）。哪一个对？",
                figure.en() + ", " + amount(question.given()).en() + ", is " + Math.abs(percent) + " % "
                        + (percent < 0 ? "less" : "more") + " than the meters counted, "
                        + amount(question.compared()).en() + " (metering " + complete
                        + " % complete). Which is right?");
    }

    private static Bilingual hint(FigureKey key) {
        return switch (key.kind()) {
            case OUTPUT, VALUE_ADDED, COST -> new Bilingual("元、千元、万元", "CNY, thousands, ten thousands");
            case BILL ->
                key.equals(FigureKey.bill(BillKind.ELECTRICITY))
                        ? new Bilingual("kWh、万kWh", "kWh, 10,000 kWh")
                        : new Bilingual("请核对单位", "look at the unit");
            case PRODUCT -> new Bilingual("请核对单位", "look at the unit");
        };
    }

    private static Bilingual period(Question question) {
        ReturnPeriod period = question.period();
        if (period == null) {
            return new Bilingual("", "");
        }
        return new Bilingual(
                name(period).zh() + (question.perMonth() ? "（月均）" : ""),
                name(period).en() + (question.perMonth() ? " (per month)" : ""));
    }

    /** What a period is called. */
    public static Bilingual name(ReturnPeriod period) {
        int year = period.month().getYear();
        int month = period.month().getMonthValue();
        return period.isJoint()
                ? new Bilingual(year + " 年 1—2 月", "January and February " + year)
                : new Bilingual(
                        year + " 年 " + month + " 月",
                        period.month().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + year);
    }

    /** Money in Chinese is told in ten thousands, as people say it. */
    static Bilingual amount(@Nullable Quantity quantity) {
        if (quantity == null) {
            return new Bilingual("—", "—");
        }
        Bilingual unit = unit(quantity);
        String plain = grouped(quantity.value(), 3);
        boolean inTenThousands =
                quantity.unit().equals("CNY") && quantity.value().abs().compareTo(TEN_THOUSAND) >= 0;
        String zh = inTenThousands
                ? grouped(quantity.value().movePointLeft(4), 4) + " 万" + unit.zh()
                : plain + " " + unit.zh();
        return new Bilingual(zh, plain + " " + unit.en());
    }

    private static Bilingual unit(@Nullable Quantity quantity) {
        String code = quantity == null ? "" : quantity.unit();
        String shown = UNITS.getOrDefault(code, code);
        return new Bilingual(shown, code.equals("CNY") ? code : shown);
    }

    private static String ratio(@Nullable Quantity given, @Nullable Quantity compared) {
        if (given == null || compared == null || compared.value().signum() == 0) {
            return "—";
        }
        double ratio = given.value().doubleValue() / compared.value().doubleValue();
        return grouped(new BigDecimal(ratio).round(new MathContext(3)), 6);
    }

    private static String grouped(BigDecimal value, int digits) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
