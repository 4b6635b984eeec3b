package io.greenpark.store.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;
import org.sqlite.SQLiteConnection;

/**
 * Caches the prepared statements of SQLite connections, as its driver does not: preparing most of them costs more than
 * running them. Statements belong to the connection below the pool, and end with it.
 */
final class StatementCache implements StatementBuilderFactory {
    private static final int MAX_IDLE = 200;

    private final Map<Connection, StatementBuilder> builders = new WeakHashMap<>();

    @Override
    public StatementBuilder createStatementBuilder(Connection connection) {
        try {
            SQLiteConnection below = connection.unwrap(SQLiteConnection.class);
            synchronized (builders) {
                return builders.computeIfAbsent(below, c -> new ConnectionStatements());
            }
        } catch (SQLException e) {
            throw new BooksException("books: a connection is not one of SQLite", e);
        }
    }

    /**
     * The statements of one connection, least recently used first; one that is in use is not among them. What Jdbi names when
     * it closes one is the text with named parameters, not the one that was prepared.
     */
    private static final class ConnectionStatements extends DefaultStatementBuilder {
        private final LinkedHashMap<String, PreparedStatement> idle = new LinkedHashMap<>();
        private final Map<Statement, String> inUse = new IdentityHashMap<>();

        @Override
        public PreparedStatement create(Connection connection, String sql, StatementContext context)
                throws SQLException {
            if (context.isReturningGeneratedKeys() || context.isConcurrentUpdatable()) {
                return super.create(connection, sql, context);
            }
            PreparedStatement cached = idle.remove(sql);
            PreparedStatement statement = cached != null
                    ? cached
                    : connection.unwrap(SQLiteConnection.class).prepareStatement(sql);
            inUse.put(statement, sql);
            return statement;
        }

        @Override
        public void close(Connection connection, String named, Statement statement) throws SQLException {
            String sql = inUse.remove(statement);
            if (sql == null
                    || !(statement instanceof PreparedStatement prepared)
                    || prepared.isClosed()
                    || idle.containsKey(sql)) {
                super.close(connection, named, statement);
                return;
            }
            prepared.clearBatch();
            prepared.clearParameters();
            idle.put(sql, prepared);
            if (idle.size() > MAX_IDLE) {
                String eldest = idle.keySet().iterator().next();
                idle.remove(eldest).close();
            }
        }
    }
}
