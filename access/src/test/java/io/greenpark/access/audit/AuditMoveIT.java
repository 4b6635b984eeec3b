package io.greenpark.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.store.backup.CopyProgress;
import io.greenpark.store.backup.PostgresBooksCopy;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.PostgresBooks;
import io.greenpark.store.books.PostgresServer;
import io.greenpark.store.migrate.BooksMigrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log goes wherever the books go, and every entry still fits there. */
class AuditMoveIT {
    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private BooksServer server;

    @BeforeEach
    void emptyDatabase() {
        server = PostgresServer.shared().emptyDatabase();
    }

    @AfterEach
    void drop() {
        PostgresServer.shared().drop(server);
    }

    private AuditHead fill() {
        try (Books books = BooksDatabase.open(folder, BooksConfig.defaults(), clock)) {
            SqlAuditLog log = new SqlAuditLog(books, clock);
            log.append(AuditDraft.of("tab\tline\n\\N 钢厂 😀 \\x41", "10.0.0.7", AuditAction.SESSION_REFUSED)
                    .because("nul\0inside, half a pair \uD800"));
            log.append(AuditDraft.of("", "", AuditAction.LOOKED).on("", "").because(""));
            return log.head();
        }
    }

    private void move() throws Exception {
        new BooksMigrator(folder, server, BooksConfig.defaults(), clock, new BooksMigrator.TableProgress() {
                    @Override
                    public void begins(String step, String table, long rows) {}

                    @Override
                    public void at(long rows) {}

                    @Override
                    public void ends(long rows) {}
                })
                .run();
    }

    @Test
    void a_log_moved_to_a_server_and_copied_from_there_still_fits() throws Exception {
        AuditHead noted = fill();
        move();
        try (Books books = PostgresBooks.open(server, BooksConfig.defaults())) {
            SqlAuditLog log = new SqlAuditLog(books, clock);
            assertThat(log.verify(noted).fault()).isNull();
            noted = log.append(AuditDraft.of("li", AuditDraft.SERVER, AuditAction.LOOKED))
                    .head();
        }
        Path backup = Files.createDirectory(folder.resolve("backup"));
        new PostgresBooksCopy(server).copyTo(backup.resolve(BooksDatabase.FILE), CopyProgress.none());
        try (Books books = BooksDatabase.open(backup, BooksConfig.defaults(), clock)) {
            AuditCheck check = new SqlAuditLog(books, clock).verify(noted);
            assertThat(check.fault()).isNull();
            assertThat(check.entries()).isEqualTo(3);
        }
    }
}
