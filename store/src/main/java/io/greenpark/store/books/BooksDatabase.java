package io.greenpark.store.books;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Opens the books of an installation where its settings say they are. */
public final class BooksDatabase {
    /** The SQLite file in the data folder. */
    public static final String FILE = "books.db";

    /** What the file is called once its books were moved to a server. */
    public static final String MOVED_FILE = FILE + ".migrated";

    private BooksDatabase() {}

    /**
     * Opens the books: at {@code books.url}, or else the file in the data folder.
     *
     * @throws BooksException if there is another set of books that the installation might mean
     */
    public static Books open(Path data, BooksConfig config, Clock clock) {
        requireOneSet(data, config);
        BooksServer server = config.server();
        return server == null
                ? SqliteBooks.open(data.resolve(FILE), config, clock)
                : PostgresBooks.open(server, config);
    }

    /**
     * Refuses a file of books of a newer version, changing nothing; no process has it open. Books at a server are refused
     * when they are opened, before anything there is changed.
     *
     * @throws io.greenpark.store.sqlite.NewerFormatException naming the file, both versions and what to do
     */
    public static void refuseNewer(Path data) {
        Path file = data.resolve(FILE);
        if (Files.isRegularFile(file)) {
            SqliteBooks.refuseNewer(file);
        }
    }

    /** Fails if there is another set of books than that of the settings, which the installation might mean. */
    static void requireOneSet(Path data, BooksConfig config) {
        boolean file = Files.exists(data.resolve(FILE));
        BooksServer server = config.server();
        if (server == null && !file && Files.exists(data.resolve(MOVED_FILE))) {
            throw new BooksException("books: those of \"" + data + "\" were moved to PostgreSQL (" + MOVED_FILE
                    + "); set books.url to that server, or, to go back to the books as they were then, rename the"
                    + " file to " + FILE);
        }
        if (server != null && file) {
            throw new BooksException("books: books.url names \"" + server + "\", but \"" + data
                    + "\" holds books of its own (" + FILE + "); move them over with greenpark migrate --to " + server
                    + ", or move the file out of the folder");
        }
    }
}
