package io.greenpark.store.backup;

import io.greenpark.config.folder.DurableFolder;
import io.greenpark.store.sqlite.SqliteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * Copies a SQLite file, page by page, as it is at one moment, while another process writes to it: the copying connection
 * holds a read transaction, so writers go on and what they write is not seen. Pages are not interpreted, so a damaged file
 * is copied as it is.
 */
final class DatabaseCopy {
    private static final int PAGES_AT_ONCE = 1_024;
    private static final int PAUSE_MS = 1;
    private static final int MOST_PAUSES = 60_000;

    private DatabaseCopy() {}

    static void copy(Path from, Path to, LongConsumer done) throws IOException {
        SafeFiles.makeFile(to);
        try (Connection connection = SqliteFiles.besideItsWriter(from)) {
            connection.setAutoCommit(false);
            SqliteFiles.number(connection, "SELECT count(*) FROM sqlite_master");
            long pageSize = SqliteFiles.number(connection, "PRAGMA page_size");
            long[] before = {-1};
            int result = connection
                    .unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .backup(
                            "main",
                            to.toString(),
                            (remaining, pages) -> {
                                long copied = pages - remaining;
                                done.accept(Math.max(0, copied - Math.max(0, before[0])) * pageSize);
                                before[0] = copied;
                            },
                            PAUSE_MS,
                            MOST_PAUSES,
                            PAGES_AT_ONCE);
            if (result != 0) {
                throw new IOException(
                        "\"" + from + "\" could not be copied: SQLite says " + SQLiteErrorCode.getErrorCode(result));
            }
        } catch (SQLException e) {
            throw new IOException("\"" + from + "\" could not be copied: " + e.getMessage(), e);
        }
        DurableFolder.sync(to);
    }

    /** Whether a file is one of SQLite's. */
    static boolean isDatabase(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        return (name.endsWith(".db") || name.endsWith(".sqlite")) && Files.size(file) > 0;
    }
}
