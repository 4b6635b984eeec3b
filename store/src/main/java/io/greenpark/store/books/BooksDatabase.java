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
        Path file = data.resolve(FILE);
        Path moved = data.resolve(MOVED_FILE);
        BooksServer server = config.server();
        if (server == null) {
            if (!Files.exists(file) && Files.exists(moved)) {
                throw new BooksException("books: those of \"" + data + "\" were moved to PostgreSQL (" + MOVED_FILE
                        + "); set books.url to that server, or, to go back to the books as they were then, rename the"
                        + " file to " + FILE);
            }
            return SqliteBooks.open(file, config, clock);
        }
        if (Files.exists(file)) {
            throw new BooksException("books: books.url names \"" + server + "\", but \"" + data
                    + "\" holds books of its own (" + FILE + "); move them over with greenpark migrate --to " + server
                    + ", or move the file out of the folder");
        }
        return PostgresBooks.open(server, config);
    }
}
