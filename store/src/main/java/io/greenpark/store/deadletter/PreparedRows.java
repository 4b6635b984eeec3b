package io.greenpark.store.deadletter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Statements that run for every value, prepared once for a connection: parsing them takes longer than what they do. By one thread. */
final class PreparedRows {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    PreparedRows(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The first row that is found. */
    <T> Optional<T> first(String sql, Row<T> row, Object... arguments) {
        try {
            try (ResultSet rows = with(sql, arguments).executeQuery()) {
                return rows.next() ? Optional.of(row.of(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Changes rows. */
    int run(String sql, Object... arguments) {
        try {
            return with(sql, arguments).executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement with(String sql, Object[] arguments) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException(cause.getMessage(), cause);
    }
}
