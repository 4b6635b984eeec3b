package io.greenpark.cleanproduction.desk;

import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.park.cleanproduction.AuditStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values stand in columns. */
final class Codes {
    private Codes() {}

    static String reasons(Collection<AuditReason> reasons) {
        return reasons.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<AuditReason> reasons(@Nullable String text) {
        EnumSet<AuditReason> reasons = EnumSet.noneOf(AuditReason.class);
        if (text != null && !text.isEmpty()) {
            Arrays.stream(text.split(",")).map(AuditReason::valueOf).forEach(reasons::add);
        }
        return reasons;
    }

    static AuditStep step(String text) {
        return AuditStep.valueOf(text);
    }

    /** Of the columns {@code document}, {@code authority} and {@code attachment}; null where there is none. */
    static @Nullable Paper paper(ResultSet row) throws SQLException {
        String number = row.getString("document");
        return number == null ? null : new Paper(number, row.getString("authority"), row.getString("attachment"));
    }

    static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : LocalDate.parse(text);
    }
}
