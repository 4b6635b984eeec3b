package io.greenpark.store.books;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Which database a test keeps its books in; a suite written for one runs on both. */
public enum BooksKind {
    SQLITE,
    POSTGRESQL;

    /** The file of empty books; making its tables for each test anew takes longer than most tests do. */
    private static byte[] tables;

    /** Empty books: a file in a folder, unless there is one, or a database of the shared server. */
    public BooksPlace fresh(Path folder) {
        if (this == POSTGRESQL) {
            return new BooksPlace(folder, PostgresServer.shared().database());
        }
        try {
            Path file = Files.createDirectories(folder).resolve(BooksDatabase.FILE);
            if (!Files.exists(file)) {
                Files.write(file, tables());
            }
            return new BooksPlace(folder, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized byte[] tables() throws IOException {
        if (tables == null) {
            Path folder = Files.createTempDirectory("greenpark-books");
            Path file = folder.resolve(BooksDatabase.FILE);
            SqliteBooks.open(file, BooksConfig.defaults(), Clock.systemUTC()).close();
            tables = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
        }
        return tables;
    }

    /**
     * Where the books of a test are, to open them again and again.
     *
     * @param server null for the file in the folder
     */
    public record BooksPlace(Path folder, BooksServer server) implements AutoCloseable {
        public Books open(Clock clock) {
            return BooksDatabase.open(folder, config(), clock);
        }

        public BooksConfig config() {
            return server == null
                    ? BooksConfig.defaults()
                    : BooksConfig.defaults().at(server);
        }

        @Override
        public void close() {
            if (server != null) {
                PostgresServer.shared().drop(server);
            }
        }
    }
}
