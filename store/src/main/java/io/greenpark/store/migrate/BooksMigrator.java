package io.greenpark.store.migrate;

import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.books.BooksException;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.PostgresBooks;
import io.greenpark.store.books.SqliteBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Migrates the books of one installation. All rows travel in one transaction, which is committed only when every table of
 * the server equals that of the file; a migration that is killed leaves an empty database and starts anew. One killed
 * after the commit finds the books there already, compares them and does what is left: setting the file aside, so that the
 * installation cannot be started on the old books by mistake. The caller holds the data folder.
 */
public final class BooksMigrator {
    /** Tables that are not empty in fresh books. */
    private static final Set<String> SEEDED = Set.of("mark_counter");

    private final Path data;
    private final BooksServer to;
    private final BooksConfig config;
    private final Clock clock;
    private final TableProgress progress;

    /** @param data the folder of an installation that nothing else uses meanwhile */
    public BooksMigrator(Path data, BooksServer to, BooksConfig config, Clock clock, TableProgress progress) {
        this.data = data;
        this.to = to;
        this.config = config;
        this.clock = clock;
        this.progress = progress;
    }

    /** Is told how far the migration is. */
    public interface TableProgress {
        /** A step over a table begins; {@code rows} are before it. */
        void begins(String step, String table, long rows);

        /** So many of them are done. */
        void at(long rows);

        /** The step is done. */
        void ends(long rows);
    }

    /**
     * Moves the books.
     *
     * @return the comparison, table by table; all are equal
     * @throws MigrateException if there is nothing to move, the database is not empty, or a table came out different
     */
    public List<TableCheck> run() throws MigrateException {
        Path file = data.resolve(BooksDatabase.FILE);
        if (!Files.exists(file)) {
            boolean moved = Files.exists(data.resolve(BooksDatabase.MOVED_FILE));
            throw new MigrateException("\"" + data + "\" has no " + BooksDatabase.FILE
                    + (moved
                            ? "; its books were moved before (" + BooksDatabase.MOVED_FILE + "); set books.url"
                            : "; name the data folder of an installation that keeps its books there"));
        }
        List<TableCheck> checks;
        try (SqliteBooks source = SqliteBooks.open(file, config, clock);
                PostgresBooks target = PostgresBooks.open(to, config)) {
            checks = source.read(from -> move(from, target));
        } catch (BooksException | JdbiException e) {
            throw new MigrateException("the books were not moved: " + e.getMessage(), e);
        }
        setAside(file);
        return checks;
    }

    private List<TableCheck> move(Handle from, PostgresBooks target) throws MigrateException {
        List<TableCheck> checks = target.write(tx -> {
            try {
                List<BookTable> tables = BookTable.all(tx.handle());
                boolean empty = isEmpty(tables, tx.handle());
                if (empty) {
                    copy(tables, from, tx.handle());
                }
                List<TableCheck> compared = compare(tables, from.getConnection(), tx.handle());
                requireEqual(compared, empty);
                return compared;
            } catch (SQLException e) {
                throw new MigrateException("the books were not moved: " + e.getMessage(), e);
            }
        });
        target.write(tx -> tx.handle().execute("ANALYZE"));
        return checks;
    }

    private static boolean isEmpty(List<BookTable> tables, Handle server) {
        return tables.stream().filter(t -> !SEEDED.contains(t.name())).noneMatch(t -> server.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM " + t.name() + ") AS filled")
                .mapTo(Boolean.class)
                .one());
    }

    private void copy(List<BookTable> tables, Handle from, Handle server) throws SQLException {
        SEEDED.forEach(table -> server.execute("DELETE FROM " + table));
        for (BookTable table : tables) {
            progress.begins("copying", table.name(), rows(table, from));
            long copied = new TableCopy(table).run(from.getConnection(), server.getConnection(), progress::at);
            progress.ends(copied);
        }
    }

    private List<TableCheck> compare(List<BookTable> tables, Connection file, Handle server) throws SQLException {
        List<TableCheck> checks = new ArrayList<>();
        for (BookTable table : tables) {
            progress.begins("checking", table.name(), rows(table, server));
            TableSum sent = TableSum.of(table, file, rows -> {});
            TableSum arrived = TableSum.of(table, server.getConnection(), progress::at);
            progress.ends(arrived.rows());
            checks.add(TableCheck.of(table.name(), sent, arrived));
        }
        return checks;
    }

    private static long rows(BookTable table, Handle handle) {
        return handle.createQuery("SELECT count(*) AS n FROM " + table.name())
                .mapTo(Long.class)
                .one();
    }

    private void requireEqual(List<TableCheck> checks, boolean wasEmpty) throws MigrateException {
        List<String> different = checks.stream()
                .filter(c -> !c.equal())
                .map(c -> c.table() + " (" + c.rows() + " rows in the file, " + c.movedRows() + " at the server)")
                .toList();
        if (different.isEmpty()) {
            return;
        }
        throw new MigrateException(
                wasEmpty
                        ? "these tables came out different at the server, so nothing was moved: "
                                + String.join(", ", different) + "; report this as a fault"
                        : "\"" + to + "\" is not empty and holds other books (" + different.get(0)
                                + "); name an empty database");
    }

    private void setAside(Path file) throws MigrateException {
        Path rest = data.resolve(BooksDatabase.FILE + "-wal");
        try {
            if (Files.exists(rest) && Files.size(rest) > 0) {
                throw new MigrateException("the books were moved to \"" + to + "\", but another process has " + file
                        + " open; end it and run this again");
            }
            Files.move(file, data.resolve(BooksDatabase.MOVED_FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MigrateException(
                    "the books were moved to \"" + to + "\", but " + file + " cannot be renamed to "
                            + BooksDatabase.MOVED_FILE + " (" + e.getClass().getSimpleName()
                            + "); rename it by hand before starting",
                    e);
        }
    }
}
