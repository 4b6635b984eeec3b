package io.greenpark.accounting.intensity;

import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.ReasonColumn;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code intensity_month}: the rows of the intensity accounts, as last computed. A month that still runs is kept
 * as if it were over; {@link IntensityRow#running} says how it is shown until then.
 */
final class IntensityTable {
    /** The figures, the standing and the status: all that versions before schema 8 kept, and what a mark tells of. */
    private static final List<String> FIGURE_COLUMNS =
            List.of("tce", "intensity", "ytd_tce", "ytd_intensity", "ytd_change", "target_change", "verdict", "status");

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
     * @param row null if an earlier version wrote it, which kept less
     * @param figures the columns that every version has written
     */
    record StoredMonth(Instant start, @Nullable IntensityRow row, Map<String, @Nullable Object> figures) {
        /** Whether it says all that a computed row says. */
        boolean holds(IntensityRow computed) {
            return row != null && columns(row).equals(columns(computed));
        }

        /** Whether the figures are the same; an earlier version kept those of a running month as they were shown. */
        boolean agreesWith(IntensityRow computed) {
            return figures.equals(figuresOnly(columns(computed)))
                    || row == null && figures.equals(figuresOnly(columns(computed.running())));
        }
    }

    private IntensityTable() {}

    /** What is kept of the months asked for. */
    static Map<YearMonth, StoredMonth> read(Handle handle, IntensityQuery query, ParkTime time) {
        Map<YearMonth, StoredMonth> months = new TreeMap<>();
        handle.createQuery("SELECT * FROM intensity_month WHERE scope = :scope AND subject = :subject"
                        + " AND basis = :basis AND month_ms >= :from AND month_ms < :to ORDER BY month_ms")
                .bind("scope", query.subject().scope().name())
                .bind("subject", query.subject().id())
                .bind("basis", query.basis().name())
                .bind("from", time.startOf(query.from()).toEpochMilli())
                .bind("to", time.startOf(query.to()).toEpochMilli())
                .map((row, context) -> stored(row, time))
                .forEach(stored -> {
                    YearMonth month = time.monthOf(stored.start());
                    // Another start is that of a zone the subject was in before.
                    if (time.startOf(month).equals(stored.start())) {
                        months.put(month, stored);
                    }
                });
        return months;
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

    /** Writes rows, in place of those that are kept of the same months. */
    static void write(Handle handle, Map<IntensityKey, IntensityRow> rows, long nowMs) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns =
                List.copyOf(columns(rows.values().iterator().next()).keySet());
        PreparedBatch batch = handle.prepareBatch("INSERT INTO intensity_month (scope, subject, basis, month_ms,"
                + " computed_ms, " + String.join(", ", columns) + ") VALUES (:scope, :subject, :basis, :month_ms,"
                + " :computed_ms, " + columns.stream().map(c -> ":" + c).collect(Collectors.joining(", "))
                + ") ON CONFLICT (scope, subject, basis, month_ms) DO UPDATE SET computed_ms = excluded.computed_ms, "
                + columns.stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", ")));
        rows.forEach((key, row) -> batch.bind("scope", key.subject().scope().name())
                .bind("subject", key.subject().id())
                .bind("basis", key.basis().name())
                .bind("month_ms", key.monthMs())
                .bind("computed_ms", nowMs)
                .bindMap(columns(row))
                .add());
        batch.execute();
    }

    private static Map<String, @Nullable Object> columns(IntensityRow row) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
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
        columns.put(prefix + "completeness", period.completeness());
        columns.put(prefix + "base_completeness", period.baseCompleteness());
        columns.put(prefix + "reasons", ReasonColumn.writeAll(period.reasons()));
    }

    private static Map<String, @Nullable Object> figuresOnly(Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> figures = new HashMap<>();
        FIGURE_COLUMNS.forEach(column -> figures.put(column, columns.get(column)));
        return figures;
    }

    private static StoredMonth stored(ResultSet row, ParkTime time) throws SQLException {
        Instant start = Instant.ofEpochMilli(row.getLong("month_ms"));
        Map<String, @Nullable Object> figures = new HashMap<>();
        for (String column : FIGURE_COLUMNS) {
            figures.put(column, row.getString(column));
        }
        boolean whole = row.getString("reasons") != null;
        return new StoredMonth(start, whole ? row(row, time.monthOf(start)) : null, figures);
    }

    private static IntensityRow row(ResultSet row, YearMonth month) throws SQLException {
        return new IntensityRow(month, period(row, "", "month_status"), period(row, "ytd_", "status"), standing(row));
    }

    private static PeriodIntensity period(ResultSet row, String prefix, String status) throws SQLException {
        Map<String, Reason> reasons = ReasonColumn.readAll(Objects.requireNonNull(row.getString(prefix + "reasons")));
        return new PeriodIntensity(
                decimal(row, prefix + "tce"),
                decimal(row, prefix + "iva"),
                decimal(row, prefix + "intensity"),
                decimal(row, prefix + "change"),
                row.getDouble(prefix + "completeness"),
                row.getDouble(prefix + "base_completeness"),
                FigureStatus.valueOf(row.getString(status)),
                reasons);
    }

    private static @Nullable TargetStanding standing(ResultSet row) throws SQLException {
        String target = row.getString("target");
        return target == null
                ? null
                : new TargetStanding(
                        target,
                        row.getInt("base_year"),
                        new BigDecimal(row.getString("target_change")),
                        decimal(row, "change_to_date"),
                        decimal(row, "gap"),
                        TargetVerdict.valueOf(row.getString("verdict")),
                        row.getBoolean("may_judge"),
                        ReasonColumn.read(row.getString("verdict_reason")));
    }

    private static @Nullable String text(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }

    private static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new BigDecimal(text);
    }
}
