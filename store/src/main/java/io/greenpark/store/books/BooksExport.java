package io.greenpark.store.books;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Writes the books of a server, as they are at one moment, to a SQLite file of the same schema. It only reads there, in one
 * REPEATABLE READ transaction on a connection of its own, so it neither takes the books from the process that has them nor holds
 * it up.
 */
public final class BooksExport {
    private static final int BATCH_ROWS = 5_000;

    private BooksExport() {}

    /** How large the database is, in bytes. */
    public static long bytes(BooksServer server) {
        try (Connection from = BooksView.connect(server)) {
            return number(from, "SELECT pg_database_size(current_database()) AS n");
        } catch (SQLException e) {
            throw PostgresFailures.away(server, e);
        }
    }

    /**
     * Writes the file. It is not flushed to the disk.
     *
     * @param file empty or not there
     * @param copied is told the number of rows copied since it was last called
     * @throws BooksException if the server cannot be read or its schema is not of this version
     */
    public static void toFile(BooksServer server, Path file, LongConsumer copied) {
        SQLiteDataSource target = target(file);
        createTables(file, target);
        try (Connection from = BooksView.connect(server);
                Connection to = target.getConnection()) {
            BooksView.requireSameSchema(server.toString(), from);
            to.setAutoCommit(false);
            for (String table : tables(to)) {
                copy(table, from, to, copied);
            }
            to.commit();
        } catch (SQLException e) {
            if (PostgresFailures.isAway(e)) {
                throw PostgresFailures.away(server, e);
            }
            throw new BooksException("books: \"" + server + "\" could not be copied: " + PostgresFailures.words(e), e);
        }
    }

    private static void createTables(Path file, SQLiteDataSource target) {
        try {
            Migrations.run("books \"" + file + "\"", target, Dialect.SQLITE);
        } catch (FlywayException e) {
            throw new BooksException("books: their copy \"" + file + "\" cannot be written: " + e.getMessage())
                    .because(e);
        }
    }

    /** Nothing of the file counts before it is complete, so it is written without a journal. */
    private static SQLiteDataSource target(Path file) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        SQLiteDataSource target = new SQLiteDataSource(sqlite);
        target.setUrl("jdbc:sqlite:" + file);
        return target;
    }

    private static List<String> tables(Connection to) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement s = to.createStatement();
                ResultSet r = s.executeQuery(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            while (r.next()) {
                tables.add(r.getString("name"));
            }
        }
        tables.removeAll(BooksSchema.INTERNAL_TABLES);
        return tables;
    }

    private static void copy(String table, Connection from, Connection to, LongConsumer copied) throws SQLException {
        List<String> columns = columns(table, to);
        String names = String.join(", ", columns);
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (Statement clear = to.createStatement()) {
            // Fresh books hold a row or two already.
            clear.execute("DELETE FROM " + table);
        }
        try (PreparedStatement select = from.prepareStatement("SELECT " + names + " FROM " + table);
                PreparedStatement insert =
                        to.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")")) {
            select.setFetchSize(BATCH_ROWS);
            try (ResultSet row = select.executeQuery()) {
                int waiting = 0;
                while (row.next()) {
                    for (int i = 1; i <= columns.size(); i++) {
                        insert.setObject(i, asSqlite(row.getObject(i)));
                    }
                    insert.addBatch();
                    if (++waiting == BATCH_ROWS) {
                        insert.executeBatch();
                        copied.accept(waiting);
                        waiting = 0;
                    }
                }
                insert.executeBatch();
                copied.accept(waiting);
            }
        }
    }

    /** SQLite stores a boolean as a number. */
    private static @Nullable Object asSqlite(@Nullable Object value) {
        return value instanceof Boolean truth ? (truth ? 1 : 0) : value;
    }

    private static List<String> columns(String table, Connection to) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement s = to.prepareStatement("SELECT name FROM pragma_table_info(?) ORDER BY cid")) {
            s.setString(1, table);
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    columns.add(r.getString("name"));
                }
            }
        }
        return columns;
    }

    private static long number(Connection from, String query) throws SQLException {
        try (Statement s = from.createStatement();
                ResultSet r = s.executeQuery(query)) {
            return r.next() ? r.getLong(1) : 0;
        }
    }
}
