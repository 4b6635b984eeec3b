package io.greenpark.store.books;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A child process that brings books to today's schema and halts, without any cleaning up, after so many statements. */
final class MigrationVictim {
    static final int KILLED = 137;

    private MigrationVictim() {}

    /** Its exit code: {@link #KILLED}, or 0 if there were fewer statements. */
    static int run(Path file, int statements) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigrationVictim.class.getName(),
                        file.toString(),
                        String.valueOf(statements))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Arguments: the file, the number of statements. */
    public static void main(String[] args) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        SQLiteDataSource books = new SQLiteDataSource(sqlite);
        books.setUrl("jdbc:sqlite:" + args[0]);
        Migrations.flyway(books, Dialect.SQLITE)
                .callbacks(new Halting(Integer.parseInt(args[1])))
                .load()
                .migrate();
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
