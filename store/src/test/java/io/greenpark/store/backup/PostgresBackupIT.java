package io.greenpark.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.Await;
import io.greenpark.store.books.AccountRows;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.PostgresServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books at a PostgreSQL server, backed up while they are written to, and restored to a file. */
class PostgresBackupIT {
    @TempDir
    private Path dir;

    private final BooksServer server = PostgresServer.shared().database();

    @AfterEach
    void drop() {
        PostgresServer.shared().drop(server);
    }

    private BackupSummary backup(String name) throws BackupException {
        Path data = dir.resolve("data");
        return new Backup(
                        data, new PostgresBooksCopy(server), List.of(), "test", Clock.systemUTC(), CopyProgress.none())
                .to(dir.resolve(name));
    }

    private SmallInstallation installation() throws Exception {
        return new SmallInstallation(dir.resolve("data"), BooksConfig.defaults().at(server), Clock.systemUTC());
    }

    @Test
    void a_backup_made_under_load_restores_the_same_counts_and_sums() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (SmallInstallation live = installation()) {
            Thread load = new Thread(() -> {
                try {
                    while (!stop.get()) {
                        live.append(97);
                        live.book(61);
                    }
                } catch (Throwable e) {
                    failure.set(e);
                }
            });
            load.start();
            try {
                Await.until("the books have begun", () -> live.position() > 1_000);
                long before = live.position();
                BackupSummary made = backup("backup");
                assertThat(made.booksServer()).isEqualTo(server.toString()).doesNotContain(PostgresServer.PASSWORD);
                assertThat(made.findings()).isEmpty();
                Await.until("the load goes on", () -> live.position() > before);
            } finally {
                stop.set(true);
                load.join();
            }
            assertThat(failure.get()).isNull();
        }
        assertThat(Verification.of(dir.resolve("backup"), CopyProgress.none()).broken())
                .isEmpty();
        Restore.into(dir.resolve("backup"), dir.resolve("elsewhere"), CopyProgress.none());
        try (SmallInstallation restored = new SmallInstallation(dir.resolve("elsewhere"), Clock.systemUTC())) {
            long position = restored.position();
            assertThat(position).isGreaterThan(1_000);
            assertThat(restored.readings()).isEqualTo(position);
            assertThat(restored.sum()).isEqualTo(position * (position - 1) / 2);
            restored.bookAll();
            long end = restored.log.end(0).offset();
            assertThat(restored.readings()).isEqualTo(end).isGreaterThan(position);
            assertThat(restored.sum()).isEqualTo(end * (end - 1) / 2);
        }
    }

    @Test
    void rows_of_the_accounts_are_restored() throws Exception {
        try (SmallInstallation live = installation()) {
            live.append(10);
            live.bookAll();
            live.books.write(tx -> {
                AccountRows.put(tx.handle());
                return null;
            });
            backup("backup");
        }
        Restore.into(dir.resolve("backup"), dir.resolve("elsewhere"), CopyProgress.none());
        try (SmallInstallation restored = new SmallInstallation(dir.resolve("elsewhere"), Clock.systemUTC())) {
            restored.books.write(tx -> {
                AccountRows.assertIn(tx.handle());
                return null;
            });
        }
    }

    @Test
    void books_of_another_schema_are_refused_with_both_versions_named() throws Exception {
        installation().close();
        PostgresServer.shared()
                .execute(
                        server.database(),
                        "UPDATE flyway_schema_history SET version = '9000'"
                                + " WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history)");
        assertThatThrownBy(() -> backup("backup"))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("schema version \"9000\"")
                .hasMessageContaining("use the Greenpark that runs there");
        assertThatThrownBy(this::installation)
                .hasMessageContaining("\"9000\"")
                .hasMessageContaining("greenpark restore");
        assertThat(dir.resolve("backup.unfinished")).doesNotExist();
    }
}
