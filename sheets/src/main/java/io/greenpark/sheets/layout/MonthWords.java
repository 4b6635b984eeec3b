package io.greenpark.sheets.layout;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The year and months that words name, and what else they say.
 *
 * @param first 1..12; null where no month is named
 * @param last the same month, or the last one of several such as in {@code 1-2月}
 * @param rest the words without them
 */
record MonthWords(
        @Nullable Integer year,
        @Nullable Integer first,
        @Nullable Integer last,
        String rest) {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int CENTURY = 2000;
    private static final int MONTHS = 12;

    private static final Pattern RANGE = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月?[-~至到](\\d{1,2})月份?");
    private static final Pattern DATE = Pattern.compile("^(\\d{4})-(\\d{2})-\\d{2}(?:t.*)?$");
    private static final Pattern YEAR_MONTH = Pattern.compile("(?<!\\d)(\\d{4})[年./-](\\d{1,2})(?:月份|月)?(?!\\d)");
    private static final Pattern DIGITS = Pattern.compile("^(\\d{4})(\\d{2})$");
    private static final Pattern MONTH = Pattern.compile("(?:(\\d{4})年)?(?<!\\d)(\\d{1,2})月份?");
    private static final Pattern CHINESE = Pattern.compile("(?:(\\d{4})年)?(十[一二]?|[一二三四五六七八九])月份?");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})年(?:度|份)?");
    private static final Pattern YEAR_ALONE = Pattern.compile("^(\\d{4})$");
    private static final Pattern ENGLISH = Pattern.compile("^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
            + "(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?[-./']?(\\d{4}|\\d{2})?$");
    private static final List<String> NAMES =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String NUMERALS = "一二三四五六七八九";

    /** What plain words name. */
    static MonthWords of(String plain) {
        Matcher m = DATE.matcher(plain);
        if (m.matches()) {
            return found(m, m.group(1), m.group(2), m.group(2));
        }
        m = RANGE.matcher(plain);
        if (m.find() && isMonth(m.group(2)) && isMonth(m.group(3))) {
            return found(m, m.group(1), m.group(2), m.group(3));
        }
        for (Pattern pattern : List.of(YEAR_MONTH, DIGITS, MONTH)) {
            m = pattern.matcher(plain);
            if (m.find() && isMonth(m.group(2)) && (m.group(1) == null || isYear(m.group(1)))) {
                return found(m, m.group(1), m.group(2), m.group(2));
            }
        }
        m = CHINESE.matcher(plain);
        if (m.find()) {
            String month = String.valueOf(numeral(m.group(2)));
            return found(m, m.group(1), month, month);
        }
        m = ENGLISH.matcher(plain);
        if (m.matches()) {
            String month = String.valueOf(NAMES.indexOf(m.group(1)) + 1);
            return found(m, m.group(2), month, month);
        }
        for (Pattern pattern : List.of(YEAR, YEAR_ALONE)) {
            m = pattern.matcher(plain);
            if (m.find() && isYear(m.group(1))) {
                return new MonthWords(Integer.valueOf(m.group(1)), null, null, without(m));
            }
        }
        return new MonthWords(null, null, null, plain);
    }

    private static MonthWords found(Matcher m, @Nullable String year, String first, String last) {
        Integer ofYear = year == null
                ? null
                : Integer.valueOf(year.length() == 2 ? CENTURY + Integer.parseInt(year) : Integer.parseInt(year));
        return new MonthWords(ofYear, Integer.valueOf(first), Integer.valueOf(last), without(m));
    }

    private static String without(Matcher m) {
        String rest = m.replaceFirst("");
        return rest.matches("[-_:、,.()]*") ? "" : rest;
    }

    private static int numeral(String chinese) {
        return chinese.startsWith("十")
                ? 10 + (chinese.length() == 1 ? 0 : NUMERALS.indexOf(chinese.charAt(1)) + 1)
                : NUMERALS.indexOf(chinese) + 1;
    }

    static boolean isMonth(String digits) {
        int month = Integer.parseInt(digits);
        return month >= 1 && month <= MONTHS;
    }

    private static boolean isYear(String digits) {
        int year = Integer.parseInt(digits);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
