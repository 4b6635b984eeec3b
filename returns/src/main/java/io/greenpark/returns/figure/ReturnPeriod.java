package io.greenpark.returns.figure;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;

/**
 * What a return is of: a month, or January and February together, as the statistics have them. That one goes by its February, and
 * there is none of January.
 */
public record ReturnPeriod(YearMonth month) implements Comparable<ReturnPeriod> {
    public ReturnPeriod {
        if (month.getMonth() == Month.JANUARY) {
            throw new IllegalArgumentException(
                    "a return of January is one of January and February, " + month.plusMonths(1));
        }
    }

    /** The period that a month lies in. */
    public static ReturnPeriod with(YearMonth month) {
        return new ReturnPeriod(month.getMonth() == Month.JANUARY ? month.plusMonths(1) : month);
    }

    /** The newest that is over on a day. */
    public static ReturnPeriod newestOver(LocalDate today) {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        return new ReturnPeriod(last.getMonth() == Month.JANUARY ? last.minusMonths(1) : last);
    }

    /** The months in it, oldest first. */
    public List<YearMonth> months() {
        return isJoint() ? List.of(month.minusMonths(1), month) : List.of(month);
    }

    /** Whether it is January and February. */
    public boolean isJoint() {
        return month.getMonth() == Month.FEBRUARY;
    }

    public ReturnPeriod before() {
        YearMonth last = months().get(0).minusMonths(1);
        return with(last);
    }

    public ReturnPeriod yearBefore() {
        return new ReturnPeriod(month.minusYears(1));
    }

    /** Whether it is over on a day. */
    public boolean isOver(LocalDate today) {
        return YearMonth.from(today).isAfter(month);
    }

    /** A day of the month after it, as returns are due by. */
    public LocalDate dayAfter(int day) {
        return month.plusMonths(1).atDay(day);
    }

    /** As books and addresses have it: {@code 2026-10}. */
    public String code() {
        return month.toString();
    }

    @Override
    public int compareTo(ReturnPeriod other) {
        return month.compareTo(other.month);
    }

    @Override
    public String toString() {
        return code();
    }
}
