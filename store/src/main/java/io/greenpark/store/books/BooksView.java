package io.greenpark.store.books;

import io.greenpark.park.reading.ReadingStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * Reads the books beside the process that has them: one read-only transaction on a connection of its own, which sees
 * the books of one moment. It neither takes the books from that process nor migrates their schema.
 */
public final class BooksView {
    private static final int BUSY_MS = 10_000;

    private BooksView() {}

    /**
     * Reads from the books of an installation, at {@code books.url} or in the file of the data folder.
     *
     * @throws BooksException if there are none, they cannot be read, or their schema is not of this version
     */
    public static <T> T read(Path data, BooksConfig config, Function<Handle, T> work) {
        BooksDatabase.requireOneSet(data, config);
        BooksServer server = config.server();
        String where = server == null ? data.resolve(BooksDatabase.FILE).toString() : server.toString();
        try (Connection connection = server == null ? connect(data.resolve(BooksDatabase.FILE)) : connect(server)) {
            requireSameSchema(where, connection);
            try (Handle handle = Jdbi.open(connection)) {
                return work.apply(handle);
            }
        } catch (SQLException | JdbiException e) {
            if (server != null && PostgresFailures.isAway(e)) {
                throw PostgresFailures.away(server, e);
            }
            throw new BooksException("books: \"" + where + "\" cannot be read: " + PostgresFailures.words(e))
                    .because(e);
        }
    }

    /** The set of readings as such a connection sees it, until {@code work} returns; putting into it fails. */
    public static <T> T readings(Handle handle, Function<ReadingStore, T> work) {
        boolean file = handle.getConnection() instanceof SQLiteConnection;
        try (SqlPorts ports = new SqlPorts(
                handle, new PointIdDictionary(), new SaidSigns(), file ? Dialect.SQLITE : Dialect.POSTGRESQL)) {
            return work.apply(ports.readings());
        }
    }

    private static Connection connect(Path file) throws SQLException {
        if (!Files.exists(file)) {
            throw new BooksException("books: there is no \"" + file
                    + "\"; name the data folder of an installation that was started before, or set books.url if a server"
                    + " has its books");
        }
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setReadOnly(true);
        sqlite.setBusyTimeout(BUSY_MS);
        SQLiteDataSource source = new SQLiteDataSource(sqlite);
        source.setUrl("jdbc:sqlite:" + file);
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    static Connection connect(BooksServer server) throws SQLException {
        Connection connection = server.dataSource().getConnection();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    /** @param where the file or server, for messages */
    static void requireSameSchema(String where, Connection connection) throws SQLException {
        String found = version(connection);
        if (!BooksSchema.latest().equals(found)) {
            throw new BooksException("books: \"" + where + "\" has schema version \"" + found
                    + "\", this Greenpark has " + BooksSchema.latest() + "; use the Greenpark that runs there");
        }
    }

    private static @Nullable String version(Connection connection) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(
                        "SELECT version FROM flyway_schema_history WHERE version IS NOT NULL"
                                + " ORDER BY installed_rank DESC LIMIT 1");
                ResultSet row = s.executeQuery()) {
            return row.next() ? row.getString("version") : null;
        }
    }
}
