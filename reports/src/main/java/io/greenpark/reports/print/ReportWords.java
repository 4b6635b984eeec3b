package io.greenpark.reports.print;

import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.text.Bilingual;
import io.greenpark.reports.content.Value;

/** Words that paper and workbook have in common. */
public final class ReportWords {
    private static final String NUMBERS = "一二三四五六七八九十";

    private ReportWords() {}

    /** A heading with its number. */
    public static Bilingual number(int number, Bilingual title) {
        String zh = number <= NUMBERS.length() ? NUMBERS.substring(number - 1, number) : String.valueOf(number);
        return new Bilingual(zh + "、" + title.zh(), number + " " + title.en());
    }

    /** How electricity is converted. */
    public static Bilingual of(ElectricityBasis basis) {
        return basis == ElectricityBasis.EQUIVALENT
                ? new Bilingual("当量值", "equivalent value")
                : new Bilingual("等价值", "equal value");
    }

    /** What is no figure, in words. */
    public static Bilingual of(Value value) {
        if (value instanceof Value.Words words) {
            return words.words();
        }
        if (value instanceof Value.Code code) {
            return Bilingual.same(code.code());
        }
        if (value instanceof Value.Day day) {
            return Bilingual.same(day.day().toString());
        }
        return value instanceof Value.Missing missing ? missing.reason().text() : Bilingual.same("");
    }
}
