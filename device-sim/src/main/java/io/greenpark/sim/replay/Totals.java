package io.greenpark.sim.replay;

import io.greenpark.park.time.ParkTime;
import io.greenpark.sim.data.Measured;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay sent, each measurement counted once, sums exact.
 *
 * @param readings measurements that have a value
 * @param values their values
 * @param messages messages acknowledged; twice as many if each was sent twice
 * @param repeated how many of them were sent again because no acknowledgement had come
 * @param sums sum of the values of each key
 * @param months sums of the steel plant's energy by month, kWh; empty for the others
 */
public record Totals(
        long readings,
        long values,
        long messages,
        long repeated,
        Map<String, BigDecimal> sums,
        Map<YearMonth, BigDecimal> months) {

    static Totals of(List<Measured> rows, String monthlyKey, long messages, long repeated) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        long readings = 0;
        long values = 0;
        for (Measured row : rows) {
            readings += row.values().isEmpty() ? 0 : 1;
            values += row.values().size();
            row.values().forEach((key, value) -> sums.merge(key, value, BigDecimal::add));
            BigDecimal monthly = row.values().get(monthlyKey);
            if (monthly != null) {
                // The stamp is the end of the interval: the last of a month has the first instant of the next.
                months.merge(
                        ParkTime.shanghai().monthOf(row.at().minus(Duration.ofMillis(1))), monthly, BigDecimal::add);
            }
        }
        return new Totals(readings, values, messages, repeated, sums, months);
    }

    /** The totals as lines for people and scripts. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "sent %,d readings with %,d values in %,d messages, all acknowledged; %,d were sent again",
                readings,
                values,
                messages,
                repeated));
        sums.forEach((key, sum) -> text.append(System.lineSeparator())
                .append("  sum of ")
                .append(key)
                .append(": ")
                .append(sum.toPlainString()));
        months.forEach((month, sum) -> text.append(System.lineSeparator())
                .append("  ")
                .append(month)
                .append(": ")
                .append(sum.toPlainString())
                .append(" kWh"));
        return text.toString();
    }
}
