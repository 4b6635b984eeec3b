package io.greenpark.reports.content;

import io.greenpark.park.text.Bilingual;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The month or the quarter that a report is of. */
public record ReportPeriod(YearMonth first, int length) {
    private static final int QUARTER = 3;
    private static final Pattern TEXT = Pattern.compile("([12][0-9]{3})-(?:Q([1-4])|(0[1-9]|1[0-2]))");

    public ReportPeriod {
        if (length != 1 && (length != QUARTER || (first.getMonthValue() - 1) % QUARTER != 0)) {
            throw new IllegalArgumentException(
                    "a report is of a month or a quarter, not of " + length + " from " + first);
        }
    }

    /** Reads {@code 2026-10} or {@code 2026-Q3}; empty for anything else. */
    public static Optional<ReportPeriod> parse(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(m.group(1));
        return Optional.of(
                m.group(2) == null
                        ? new ReportPeriod(YearMonth.of(year, Integer.parseInt(m.group(3))), 1)
                        : new ReportPeriod(
                                YearMonth.of(year, (Integer.parseInt(m.group(2)) - 1) * QUARTER + 1), QUARTER));
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return length == 1 ? first.toString() : first.getYear() + "-Q" + quarter();
    }

    private int quarter() {
        return (first.getMonthValue() - 1) / QUARTER + 1;
    }

    /** As people say it. */
    public Bilingual words() {
        int year = first.getYear();
        return length == 1
                ? new Bilingual(year + " 年 " + first.getMonthValue() + " 月", first.toString())
                : new Bilingual(year + " 年第 " + quarter() + " 季度", "quarter " + quarter() + " of " + year);
    }

    /** Whether it is of more than one month. */
    public boolean isQuarter() {
        return length > 1;
    }

    public List<YearMonth> months() {
        return LongStream.range(0, length).mapToObj(first::plusMonths).toList();
    }

    public YearMonth last() {
        return first.plusMonths(length - 1L);
    }

    public LocalDate from() {
        return first.atDay(1);
    }

    /** The first day after it. */
    public LocalDate to() {
        return last().plusMonths(1).atDay(1);
    }
}
