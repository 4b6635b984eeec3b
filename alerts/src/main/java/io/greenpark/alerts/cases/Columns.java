package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Comparison;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the tables of cases and verdicts keep values: instants as epoch milliseconds, exact decimals as text. */
final class Columns {
    private Columns() {}

    static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new BigDecimal(text);
    }

    static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        long ms = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(ms);
    }

    /** The columns {@code figure}, {@code bound}, {@code unit} and {@code severity}, which both tables have. */
    static Comparison comparison(ResultSet row) throws SQLException {
        return new Comparison(
                decimal(row, "figure"), decimal(row, "bound"), row.getString("unit"), decimal(row, "severity"));
    }
}
