package io.greenpark.store.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into or out of a table, in one batch. For the tables of the hot path: Jdbi looks for an argument factory
 * for every value of every row, which took a quarter of a booking's time.
 */
public final class RowBatch implements AutoCloseable {
    private final StatementBuilder statements;
    private final Connection connection;
    private final String sql;
    private final PreparedStatement statement;
    private int rows;

    private RowBatch(Handle handle, String sql) throws SQLException {
        this.statements = handle.getStatementBuilder();
        this.connection = handle.getConnection();
        this.sql = sql;
        try (PreparedBatch asked = handle.prepareBatch(sql)) {
            statement = statements.create(connection, sql, asked.getContext());
        }
    }

    /** @param sql a statement with {@code ?} for each value */
    public static RowBatch of(Handle handle, String sql) {
        try {
            return new RowBatch(handle, sql);
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Adds a row of whole numbers, decimals, texts, truth values, bytes or nulls, in the order of the places. */
    public RowBatch add(@Nullable Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                set(i + 1, values[i]);
            }
            statement.addBatch();
            rows++;
            return this;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    private void set(int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof Long whole) {
            statement.setLong(place, whole);
        } else if (value instanceof Integer whole) {
            statement.setInt(place, whole);
        } else if (value instanceof String text) {
            statement.setString(place, text);
        } else if (value instanceof Double decimal) {
            statement.setDouble(place, decimal);
        } else if (value instanceof Boolean truth) {
            statement.setBoolean(place, truth);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(place, bytes);
        } else {
            throw new IllegalArgumentException(value.getClass() + " is no type of a column: " + sql);
        }
    }

    /** Runs the statement for all rows added; for none it does nothing. */
    public void execute() {
        if (rows == 0) {
            return;
        }
        try {
            statement.executeBatch();
            rows = 0;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            statements.close(connection, sql, statement);
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    private static BooksException failed(String sql, SQLException e) {
        return new BooksException("books: a batch failed: " + sql, e);
    }
}
