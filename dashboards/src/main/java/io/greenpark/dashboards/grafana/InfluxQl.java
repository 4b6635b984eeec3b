package io.greenpark.dashboards.grafana;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A query in InfluxQL as a panel has it, with Grafana's macros {@code $timeFilter} and {@code $__interval} and the
 * dashboard's variables. Every query is bounded by the panel's time range.
 *
 * @param select what is selected, e.g. {@code mean("value")}
 * @param from the measurement, quoted, or a regular expression
 * @param conditions joined by AND
 * @param groupBy groups, e.g. {@code time($__interval)}; empty for single points
 */
public record InfluxQl(String select, String from, List<String> conditions, List<String> groupBy) {
    public InfluxQl {
        conditions = List.copyOf(conditions);
        groupBy = List.copyOf(groupBy);
    }

    /** Points as they are. */
    public static InfluxQl points(String select, String measurement) {
        return new InfluxQl(select, quoted(measurement), List.of(), List.of());
    }

    /** Means over the panel's interval; gaps stay empty. */
    public static InfluxQl means(String field, String measurement) {
        return over("mean", field, measurement);
    }

    /** The highest over the panel's interval; gaps stay empty. */
    public static InfluxQl highest(String field, String measurement) {
        return over("max", field, measurement);
    }

    /** The newest over the panel's interval; gaps stay empty. */
    public static InfluxQl newest(String field, String measurement) {
        return over("last", field, measurement);
    }

    private static InfluxQl over(String function, String field, String measurement) {
        return new InfluxQl(
                function + "(" + quoted(field) + ")", quoted(measurement), List.of(), List.of("time($__interval)"));
    }

    /** Means over the panel's interval of a field of any measurement. */
    public static InfluxQl meansOfAll(String field) {
        return new InfluxQl("mean(" + quoted(field) + ")", "/.*/", List.of(), List.of("time($__interval)"));
    }

    /** A function of points day by day, in the days that are drawn; gaps stay empty. */
    public static InfluxQl daily(String function, String field, String measurement) {
        int offset = Dashboard.ZONE.getRules().getOffset(Instant.EPOCH).getTotalSeconds();
        return new InfluxQl(
                function + "(" + quoted(field) + ")",
                quoted(measurement),
                List.of(),
                List.of("time(1d, " + -offset + "s)"));
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\\\"") + "\"";
    }

    /** Only where a tag has the value, or one of the values, chosen for a variable of the dashboard. */
    public InfluxQl chosen(String tag, String variable) {
        return and(quoted(tag) + " =~ /^${" + variable + ":regex}$/");
    }

    /** Only where a tag has this value. */
    public InfluxQl where(String tag, String value) {
        return and(quoted(tag) + " = '" + value.replace("'", "\\'") + "'");
    }

    /** Only where a field or tag has another value than this. */
    public InfluxQl whereNot(String name, String value) {
        return and(quoted(name) + " <> '" + value.replace("'", "\\'") + "'");
    }

    InfluxQl and(String condition) {
        List<String> all = new ArrayList<>(conditions);
        all.add(condition);
        return new InfluxQl(select, from, all, groupBy);
    }

    /** One series for each value of a tag. */
    public InfluxQl by(String tag) {
        List<String> all = new ArrayList<>(groupBy);
        all.add(quoted(tag));
        return new InfluxQl(select, from, conditions, all);
    }

    /** The text of the query. */
    public String text() {
        StringBuilder out =
                new StringBuilder("SELECT ").append(select).append(" FROM ").append(from);
        out.append(" WHERE ");
        conditions.forEach(c -> out.append(c).append(" AND "));
        out.append("$timeFilter");
        if (!groupBy.isEmpty()) {
            out.append(" GROUP BY ").append(String.join(", ", groupBy));
            if (groupBy.get(0).startsWith("time(")) {
                out.append(" fill(none)");
            }
        }
        return out.toString();
    }
}
