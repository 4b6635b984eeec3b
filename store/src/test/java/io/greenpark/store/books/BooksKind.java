package io.greenpark.store.books;

import java.nio.file.Path;
import java.time.Clock;

/** Which database a test keeps its books in; a suite written for one runs on both. */
public enum BooksKind {
    SQLITE,
    POSTGRESQL;

    /** Books that are not there yet: a file in a folder, or a database of the shared server. */
    public BooksPlace fresh(Path folder) {
        return this == SQLITE
                ? new BooksPlace(folder, null)
                : new BooksPlace(folder, PostgresServer.shared().database());
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
