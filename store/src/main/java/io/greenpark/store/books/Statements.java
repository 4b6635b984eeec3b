package io.greenpark.store.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Prepared statements of one transaction, each prepared once: on the hot path preparing costs more than running. */
final class Statements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> bySql = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** The statement of this text; do not close it, and close its results. */
    PreparedStatement of(String sql) throws SQLException {
        PreparedStatement known = bySql.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            bySql.put(sql, known);
        }
        return known;
    }

    @Override
    public void close() {
        for (PreparedStatement statement : bySql.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                throw new BooksException("a statement of the books cannot be closed", e);
            }
        }
        bySql.clear();
    }
}
