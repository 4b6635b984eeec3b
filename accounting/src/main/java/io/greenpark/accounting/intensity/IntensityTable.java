package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.PeriodState;
import io.greenpark.store.books.Portions;
import io.greenpark.store.books.ReasonColumn;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code intensity_month}: the rows of the intensity accounts, as last computed. A month that still runs is kept
 * as if it were over; {@link IntensityRow#in} says how it is shown until then.
 */
final class IntensityTable {
    /** The figures, the standing and the status: all that versions before schema 8 kept, and what a mark tells of. */
    private static final List<String> FIGURE_COLUMNS =
            List.of("tce", "intensity", "ytd_tce", "ytd_intensity", "ytd_change", "target_change", "verdict", "status");

    private static final List<String> PERIOD_COLUMNS = List.of(
            "tce",
            "iva",
            "intensity",
            "change",
            "completeness",
            "base_completeness",
            "measured",
            "base_measured",
            "reasons");

    private static final String BASE = "base_";

    private static final List<String> COLUMNS = Stream.of(
                    PERIOD_COLUMNS.stream(),
                    PERIOD_COLUMNS.stream().map(column -> "ytd_" + column),
                    Stream.of("month_status", "status"),
                    Stream.of("target", "base_year", "target_change", "change_to_date", "gap"),
                    Stream.of("verdict", "may_judge", "verdict_reason"))
            .flatMap(columns -> columns)
            .toList();

    /**
     * Identifies a row.
     *
     * @param monthMs start of the month
     */
    record IntensityKey(Subject subject, ElectricityBasis basis, long monthMs) {}

    /**
     * A row as it is kept.
     *
     * @param start of the month
     * @param columns of {@link #columns}, as they were read
     */
    record StoredMonth(Instant start, Map<String, @Nullable Object> columns) {
        /** The row; null if an earlier version wrote it, which kept less. */
        @Nullable
        IntensityRow row(YearMonth month) {
            return ofEarlierVersion() ? null : IntensityTable.row(columns, month);
        }

        /** Whether it says all that a computed row says. */
        boolean holds(Map<String, @Nullable Object> computed) {
            return columns.equals(computed);
        }

        /** Whether the figures are the same; an earlier version kept those of a running month as they were shown. */
        boolean agreesWith(IntensityRow computed) {
            return hasFiguresOf(IntensityTable.columns(computed))
                    || ofEarlierVersion() && hasFiguresOf(IntensityTable.columns(computed.in(PeriodState.RUNNING)));
        }

        private boolean hasFiguresOf(Map<String, @Nullable Object> computed) {
            return FIGURE_COLUMNS.stream().allMatch(c -> Objects.equals(columns.get(c), computed.get(c)));
        }

        private boolean ofEarlierVersion() {
            return columns.get("reasons") == null;
        }
    }

    private IntensityTable() {}

    /** What is kept of the months asked for. */
    static Map<YearMonth, StoredMonth> read(Handle handle, IntensityQuery query, ParkTime time) {
        Map<YearMonth, StoredMonth> months = new TreeMap<>();
        List<String> subject = List.of(query.subject().id());
        read(handle, query, time, subject, (id, month, stored) -> months.put(month, stored));
        return months;
    }

    /** Takes a kept month. */
    interface Taker {
        void take(String subject, YearMonth month, StoredMonth stored);
    }

    /**
     * Passes on what is kept of the months asked for, of each of these subjects, by month.
     *
     * @param query whose subject says the scope of them all
     * @param time that all of them are in
     */
    static void read(Handle handle, IntensityQuery query, ParkTime time, List<String> subjects, Taker to) {
        for (List<String> some : Portions.of(subjects)) {
            handle.createQuery("SELECT * FROM intensity_month WHERE scope = :scope AND subject IN (<subjects>)"
                            + " AND basis = :basis AND month_ms >= :from AND month_ms < :to ORDER BY month_ms")
                    .bind("scope", query.subject().scope().name())
                    .bindList("subjects", some)
                    .bind("basis", query.basis().name())
                    .bind("from", time.startOf(query.from()).toEpochMilli())
                    .bind("to", time.startOf(query.to()).toEpochMilli())
                    .map((row, context) -> Map.entry(row.getString("subject"), stored(row)))
                    .forEach(kept -> {
                        StoredMonth stored = kept.getValue();
                        YearMonth month = time.monthOf(stored.start());
                        // Another start is that of a zone the subject was in before.
                        if (time.startOf(month).equals(stored.start())) {
                            to.take(kept.getKey(), month, stored);
                        }
                    });
        }
    }

    /** Starts of the months that are kept of a subject and begin after a time, oldest first, at most {@code max}. */
    static List<Long> starts(Handle handle, Subject subject, long afterMs, int max) {
        return handle.createQuery("SELECT DISTINCT month_ms FROM intensity_month WHERE scope = :scope"
                        + " AND subject = :subject AND month_ms > :after ORDER BY month_ms LIMIT :max")
                .bind("scope", subject.scope().name())
                .bind("subject", subject.id())
                .bind("after", afterMs)
                .bind("max", max)
                .mapTo(Long.class)
                .list();
    }

    /** Writes the columns of rows, in place of those that are kept of the same months. */
    static void write(Handle handle, Map<IntensityKey, Map<String, @Nullable Object>> rows, long nowMs) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO intensity_month (scope, subject, basis, month_ms,"
                + " computed_ms, " + String.join(", ", COLUMNS) + ") VALUES (:scope, :subject, :basis, :month_ms,"
                + " :computed_ms, " + COLUMNS.stream().map(c -> ":" + c).collect(Collectors.joining(", "))
                + ") ON CONFLICT (scope, subject, basis, month_ms) DO UPDATE SET computed_ms = excluded.computed_ms, "
                + COLUMNS.stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", ")));
        rows.forEach((key, columns) -> batch.bind("scope", key.subject().scope().name())
                .bind("subject", key.subject().id())
                .bind("basis", key.basis().name())
                .bind("month_ms", key.monthMs())
                .bind("computed_ms", nowMs)
                .bindMap(columns)
                .add());
        batch.execute();
    }

    /** What is kept of a row, by column. */
    static Map<String, @Nullable Object> columns(IntensityRow row) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        period(columns, "", row.ofMonth());
        columns.put("month_status", row.ofMonth().status().name());
        period(columns, "ytd_", row.yearToDate());
        columns.put("status", row.yearToDate().status().name());
        TargetStanding s = row.standing();
        columns.put("target", s == null ? null : s.targetId());
        columns.put("base_year", s == null ? null : s.baseYear());
        columns.put("target_change", s == null ? null : text(s.targetChangePercent()));
        columns.put("change_to_date", s == null ? null : text(s.changePercent()));
        columns.put("gap", s == null ? null : text(s.gapPoints()));
        columns.put("verdict", s == null ? null : s.verdict().name());
        columns.put("may_judge", s == null ? null : s.mayBeHeldAgainst());
        columns.put("verdict_reason", s == null ? null : ReasonColumn.write(s.reason()));
        return columns;
    }

    private static void period(Map<String, @Nullable Object> columns, String prefix, PeriodIntensity period) {
        columns.put(prefix + "tce", text(period.tce()));
        columns.put(prefix + "iva", text(period.ivaCny()));
        columns.put(prefix + "intensity", text(period.tcePer10kCny()));
        columns.put(prefix + "change", text(period.changePercent()));
        coverage(columns, prefix, period.coverage());
        coverage(columns, prefix + BASE, period.baseCoverage());
        columns.put(prefix + "reasons", ReasonColumn.writeAll(period.reasons()));
    }

    private static void coverage(Map<String, @Nullable Object> columns, String prefix, Coverage coverage) {
        columns.put(prefix + "completeness", coverage.completeness());
        columns.put(prefix + "measured", coverage.measured());
    }

    /** Rows of before schema 13 tell nothing of estimates, and were judged as measured. */
    private static Coverage coverage(Map<String, @Nullable Object> columns, String prefix) {
        double completeness = (double) known(columns, prefix + "completeness");
        Double measured = (Double) columns.get(prefix + "measured");
        return measured == null ? Coverage.measured(completeness) : new Coverage(completeness, measured);
    }

    private static StoredMonth stored(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> columns = new HashMap<>();
        for (String column : COLUMNS) {
            columns.put(column, column(row, column));
        }
        return new StoredMonth(Instant.ofEpochMilli(row.getLong("month_ms")), columns);
    }

    private static @Nullable Object column(ResultSet row, String column) throws SQLException {
        if (row.getObject(column) == null) {
            return null;
        }
        if (column.endsWith("completeness") || column.endsWith("measured")) {
            return row.getDouble(column);
        }
        return switch (column) {
            case "base_year" -> row.getInt(column);
            case "may_judge" -> row.getBoolean(column);
            default -> row.getString(column);
        };
    }

    private static IntensityRow row(Map<String, @Nullable Object> columns, YearMonth month) {
        return new IntensityRow(
                month, period(columns, "", "month_status"), period(columns, "ytd_", "status"), standing(columns));
    }

    private static PeriodIntensity period(Map<String, @Nullable Object> columns, String prefix, String status) {
        return new PeriodIntensity(
                decimal(columns, prefix + "tce"),
                decimal(columns, prefix + "iva"),
                decimal(columns, prefix + "intensity"),
                decimal(columns, prefix + "change"),
                coverage(columns, prefix),
                coverage(columns, prefix + BASE),
                FigureStatus.valueOf((String) known(columns, status)),
                ReasonColumn.readAll((String) known(columns, prefix + "reasons")));
    }

    private static @Nullable TargetStanding standing(Map<String, @Nullable Object> columns) {
        return columns.get("target") == null
                ? null
                : new TargetStanding(
                        (String) known(columns, "target"),
                        (int) known(columns, "base_year"),
                        new BigDecimal((String) known(columns, "target_change")),
                        decimal(columns, "change_to_date"),
                        decimal(columns, "gap"),
                        TargetVerdict.valueOf((String) known(columns, "verdict")),
                        (boolean) known(columns, "may_judge"),
                        ReasonColumn.read((String) columns.get("verdict_reason")));
    }

    private static Object known(Map<String, @Nullable Object> columns, String column) {
        return Objects.requireNonNull(columns.get(column), column);
    }

    private static @Nullable String text(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }

    private static @Nullable BigDecimal decimal(Map<String, @Nullable Object> columns, String column) {
        String text = (String) columns.get(column);
        return text == null ? null : new BigDecimal(text);
    }
}
