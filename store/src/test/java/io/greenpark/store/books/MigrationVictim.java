package io.greenpark.store.books;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A child process that brings books to today's schema and halts, without any cleaning up, after so many statements. */
final class MigrationVictim {
    static final int KILLED = 137;

    private MigrationVictim() {}

    /** Its exit code: {@link #KILLED}, or 0 if there were fewer statements. */
    static int run(Path file, int statements) throws Exception {
        return run(String.valueOf(statements), "jdbc:sqlite:" + file);
    }

    /** The same with books at a server. */
    static int run(BooksServer server, int statements) throws Exception {
        return run(String.valueOf(statements), server.jdbcUrl(), server.user(), server.password());
    }

    private static int run(String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                MigrationVictim.class.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }

    /** Arguments: the number of statements, the address, and at a server user and password. */
    public static void main(String[] args) {
        boolean file = args.length == 2;
        Migrations.flyway(file ? file(args[1]) : server(args), file ? Dialect.SQLITE : Dialect.POSTGRESQL)
                .callbacks(new Halting(Integer.parseInt(args[0])))
                .load()
                .migrate();
    }

    private static DataSource file(String url) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        SQLiteDataSource books = new SQLiteDataSource(sqlite);
        books.setUrl(url);
        return books;
    }

    private static DataSource server(String[] args) {
        PGSimpleDataSource books = new PGSimpleDataSource();
        books.setUrl(args[1]);
        books.setUser(args[2]);
        books.setPassword(args[3]);
        return books;
    }

    private record Halting(int after, AtomicInteger seen) implements Callback {
        Halting(int after) {
            this(after, new AtomicInteger());
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE_STATEMENT;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            if (seen.incrementAndGet() == after) {
                Runtime.getRuntime().halt(KILLED);
            }
        }

        @Override
        public String getCallbackName() {
            return "halting";
        }
    }
}
