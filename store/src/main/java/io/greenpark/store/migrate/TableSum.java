package io.greenpark.store.migrate;

import io.greenpark.store.books.CompactedSum;
import io.greenpark.store.migrate.BookTable.Column;
import io.greenpark.store.migrate.BookTable.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts, sums and a fingerprint of a table, independent of the order of its rows.
 *
 * @param rows how many there are
 * @param readings samples in it; 0 in tables that hold none
 * @param sum exact sum of its real numbers, the readings' values among them, or, where it has none, of its whole numbers
 * @param fingerprint sum of a hash of every row with all its columns
 */
record TableSum(long rows, long readings, BigDecimal sum, long fingerprint) {
    private static final int ROWS_AT_ONCE = 5_000;
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final String COMPACTED_TABLE = "reading_folded";
    private static final String HOT_TABLE = "reading_hot";

    /** Adds a table up; {@code seen} is told the number of rows so far. */
    static TableSum of(BookTable table, Connection connection, LongConsumer seen) throws SQLException {
        RunningSum adding = new RunningSum(table);
        try (PreparedStatement select = connection.prepareStatement(table.select())) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    adding.row(rows);
                    if (adding.rows % ROWS_AT_ONCE == 0) {
                        seen.accept(adding.rows);
                    }
                }
            }
        }
        seen.accept(adding.rows);
        return adding.done();
    }

    private static final class RunningSum {
        private final BookTable table;
        private final boolean hasReals;
        private long rows;
        private long readings;
        private BigDecimal reals = BigDecimal.ZERO;
        private BigInteger wholes = BigInteger.ZERO;
        private long whole;
        private long fingerprint;

        RunningSum(BookTable table) {
            this.table = table;
            this.hasReals = table.name().equals(COMPACTED_TABLE)
                    || table.columns().stream().anyMatch(c -> c.type() == ColumnType.REAL);
        }

        void row(ResultSet row) throws SQLException {
            long hash = SEED;
            int index = 0;
            for (Column column : table.columns()) {
                Object value = column.of(row, ++index);
                hash = mixed(hash * 31 + hash(value));
                add(value);
            }
            fingerprint += hash;
            rows++;
            readings += table.name().equals(HOT_TABLE) ? 1 : 0;
        }

        private void add(@Nullable Object value) {
            if (value instanceof Double real && Double.isFinite(real)) {
                reals = reals.add(BigDecimal.valueOf(real));
            } else if (value instanceof Long number && !hasReals) {
                addWhole(number);
            } else if (value instanceof byte[] data && table.name().equals(COMPACTED_TABLE)) {
                CompactedSum day = CompactedSum.of(data);
                readings += day.samples();
                reals = reals.add(day.values());
            }
        }

        private void addWhole(long number) {
            long before = whole;
            whole += number;
            if (((before ^ whole) & (number ^ whole)) < 0) {
                wholes = wholes.add(BigInteger.valueOf(before));
                whole = number;
            }
        }

        TableSum done() {
            BigDecimal sum = hasReals ? reals : new BigDecimal(wholes.add(BigInteger.valueOf(whole)));
            return new TableSum(rows, readings, sum.stripTrailingZeros(), fingerprint);
        }
    }

    private static long hash(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Double real) {
            return Double.doubleToLongBits(real);
        }
        if (value instanceof String text) {
            return hash(text);
        }
        if (value instanceof byte[] bytes) {
            return ((long) Arrays.hashCode(bytes) << 32) ^ bytes.length;
        }
        return value == null ? SEED : value.hashCode();
    }

    private static long hash(String text) {
        long hash = SEED;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100_0000_01B3L;
        }
        return hash;
    }

    private static long mixed(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
        return h ^ (h >>> 33);
    }
}
