package io.greenpark.store.migrate;

import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.FormerSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/** Books of an earlier version at a PostgreSQL server, as that version's {@code migrate} left them there. */
public final class FormerBooks {
    private FormerBooks() {}

    /**
     * Copies the books in a file to an empty database.
     *
     * @param version their schema
     */
    public static void move(Path file, BooksServer server, String version) {
        Jdbi to = FormerSchema.postgres(server, version);
        Jdbi.create("jdbc:sqlite:" + file)
                .useHandle(from -> to.useTransaction(handle -> {
                    handle.execute("DELETE FROM mark_counter");
                    for (BookTable table : BookTable.all(handle)) {
                        copy(table, from.getConnection(), handle.getConnection());
                    }
                }));
    }

    private static void copy(BookTable table, Connection from, Connection to) {
        try {
            new TableCopy(table).run(from, to, rows -> {});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
