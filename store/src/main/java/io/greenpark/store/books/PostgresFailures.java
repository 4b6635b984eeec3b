package io.greenpark.store.books;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a failure at PostgreSQL means. */
final class PostgresFailures {
    private PostgresFailures() {}

    private static @Nullable SQLException sql(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && e.getSQLState() != null) {
                return e;
            }
        }
        return null;
    }

    /** The state the server gave; null if it gave none. */
    static @Nullable String state(Throwable failure) {
        SQLException e = sql(failure);
        return e == null ? null : e.getSQLState();
    }

    /** The server gave up on the transaction because of others; running it again is all there is to do. */
    static boolean isConflict(Throwable failure) {
        SQLException e = sql(failure);
        return e != null && ("40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState()));
    }

    /** The connection is gone, or the server is going. */
    static boolean isAway(Throwable failure) {
        SQLException e = sql(failure);
        return e != null
                && (e.getSQLState().startsWith("08")
                        || e.getSQLState().startsWith("57P")
                        || e.getSQLState().startsWith("28")
                        || e.getSQLState().equals("3D000")
                        || e.getSQLState().equals("53300"));
    }

    /** What the server or driver said, in one line. */
    static String words(Throwable failure) {
        Throwable said = sql(failure);
        Throwable told = said == null ? failure : said;
        String message = told.getMessage() == null ? told.toString() : told.getMessage();
        return message.replaceAll("\\s+", " ").strip();
    }

    static BooksUnavailableException away(BooksServer server, Throwable failure) {
        return new BooksUnavailableException(
                "books: \"" + server + "\" cannot be used: " + words(failure)
                        + "; start the server, or correct books.url, books.user and books.password",
                failure);
    }
}
