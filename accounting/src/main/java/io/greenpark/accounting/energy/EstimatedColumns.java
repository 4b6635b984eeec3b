package io.greenpark.accounting.energy;

import io.greenpark.accounting.hour.HourColumn;
import io.greenpark.park.energy.Estimated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of how much of a row is estimated, time and amount at each level. They are empty where it is what is implied
 * ({@link ImpliedEstimate}), as it is of most.
 */
final class EstimatedColumns {
    private static final List<String> NAMES = List.of(
            "estimated_ms",
            "estimated_amount",
            "day_estimated_ms",
            "day_estimated_amount",
            "month_estimated_ms",
            "month_estimated_amount");

    /** {@code a, b, ...}. */
    static final String LIST = String.join(", ", NAMES);
    /** {@code ?, ?, ...}. */
    static final String PLACES = NAMES.stream().map(n -> "?").collect(Collectors.joining(", "));
    /** {@code a = excluded.a, ...}. */
    static final String UPDATES =
            NAMES.stream().map(n -> n + " = excluded." + n).collect(Collectors.joining(", "));

    private EstimatedColumns() {}

    /** The columns of a table of hours: its own, then these. */
    static List<HourColumn> after(HourColumn... own) {
        return Stream.concat(Arrays.stream(own), NAMES.stream().map(HourColumn::whole))
                .toList();
    }

    static Estimated get(ResultSet row, int first, Estimated implied) throws SQLException {
        long ms = row.getLong(first);
        if (row.wasNull()) {
            return implied;
        }
        return new Estimated(
                new Estimated.Share(ms, row.getLong(first + 1)),
                new Estimated.Share(row.getLong(first + 2), row.getLong(first + 3)),
                new Estimated.Share(row.getLong(first + 4), row.getLong(first + 5)));
    }

    /**
     * The values of a row: its own, then these.
     *
     * @param implied null where they are kept in any case
     */
    static Object[] values(List<?> own, Estimated estimated, @Nullable Estimated implied) {
        List<Object> values = new ArrayList<>(own);
        boolean kept = !estimated.equals(implied);
        for (Estimated.Share share : List.of(estimated.hour(), estimated.day(), estimated.month())) {
            values.add(kept ? share.ms() : null);
            values.add(kept ? share.amount() : null);
        }
        return values.toArray();
    }
}
