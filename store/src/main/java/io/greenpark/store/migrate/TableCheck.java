package io.greenpark.store.migrate;

import java.math.BigDecimal;

/**
 * A table of the file beside the same table of the server.
 *
 * @param table its name
 * @param rows in the file
 * @param movedRows at the server
 * @param readings samples in the file's table; 0 in tables that hold none
 * @param sum of the file's real numbers, or, where the table has none, of its whole numbers; exact
 * @param movedSum the same of the server's
 * @param equal whether every column of every row is the same, and with them counts and sums
 */
public record TableCheck(
        String table, long rows, long movedRows, long readings, BigDecimal sum, BigDecimal movedSum, boolean equal) {
    static TableCheck of(String table, TableSum file, TableSum server) {
        return new TableCheck(
                table, file.rows(), server.rows(), file.readings(), file.sum(), server.sum(), file.equals(server));
    }
}
