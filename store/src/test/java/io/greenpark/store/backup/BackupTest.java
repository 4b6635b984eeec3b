package io.greenpark.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.Await;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptTime;
import io.greenpark.park.quarantine.KeptTime.Form;
import io.greenpark.park.quarantine.KeptValue;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.AccountRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final int STEPS_BETWEEN_KILLS = 3;
    /** Stands for a row that a claim leaves in the books. */
    private static final String CLAIM =
            "INSERT INTO credential (kind, id, salt, source_ms) VALUES ('device', 'm1', '00', 1)";

    @TempDir
    private Path dir;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T08:00:00Z"));

    private Backup backup(Path data, CopyProgress progress) {
        return new Backup(data, new SqliteBooksCopy(data), List.of(), "test", clock, progress);
    }

    private BackupSummary backup(SmallInstallation of, String name) throws BackupException {
        return backup(of.data, CopyProgress.none()).to(dir.resolve(name));
    }

    private static Verification verify(Path backup) throws BackupException {
        return Verification.of(backup, CopyProgress.none());
    }

    private SmallInstallation installation() throws IOException {
        return new SmallInstallation(dir.resolve("data"), clock);
    }

    /** Three days of arrival, everything booked. */
    private SmallInstallation threeDays() throws IOException {
        SmallInstallation installation = installation();
        for (int day = 0; day < 3; day++) {
            installation.append(500);
            clock.advance(Duration.ofDays(1));
        }
        installation.refuse("{");
        installation.bookAll();
        return installation;
    }

    @Test
    void a_backup_made_under_load_restores_the_same_counts_and_sums() throws Exception {
        Path target = dir.resolve("backup");
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        long endWhenMade;
        try (SmallInstallation live = new SmallInstallation(dir.resolve("data"), Clock.systemUTC())) {
            Thread writer = worker(stop, failure, () -> live.append(97));
            Thread reader = worker(stop, failure, () -> live.book(61));
            Thread refuser = worker(stop, failure, () -> live.refuse("{" + System.nanoTime()));
            try {
                Await.until("the books have begun", () -> live.reader.lag() > 0 && live.position() > 2_000);
                long before = live.log.end(0).offset();
                backup(live.data, CopyProgress.none()).to(target);
                endWhenMade = live.log.end(0).offset();
                assertThat(endWhenMade).isGreaterThan(before);
                Await.until("the load goes on", () -> live.log.end(0).offset() > endWhenMade);
            } finally {
                stop.set(true);
                writer.join();
                reader.join();
                refuser.join();
            }
            assertThat(failure.get()).isNull();
        }
        assertThat(verify(target).broken()).isEmpty();
        Restore.into(target, dir.resolve("elsewhere"), CopyProgress.none());
        try (SmallInstallation restored = new SmallInstallation(dir.resolve("elsewhere"), clock)) {
            long end = restored.log.end(0).offset();
            long position = restored.position();
            assertThat(position).isBetween(2_000L, end);
            assertThat(end).isLessThanOrEqualTo(endWhenMade);
            assertThat(restored.readings()).isEqualTo(position);
            assertThat(restored.sum()).isEqualTo(position * (position - 1) / 2);
            restored.bookAll();
            assertThat(restored.readings()).isEqualTo(end);
            assertThat(restored.sum()).isEqualTo(end * (end - 1) / 2);
            assertThat(restored.append(10)).isEqualTo(end + 10);
            assertThat(restored.deadLetters.list(null, null, null, 10)).isNotEmpty();
        }
    }

    private static Thread worker(AtomicBoolean stop, AtomicReference<Throwable> failure, Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                while (!stop.get()) {
                    work.run();
                }
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void what_waits_to_be_claimed_is_in_a_backup_also_where_it_is_released_meanwhile() throws Exception {
        try (SmallInstallation live = threeDays()) {
            KeptValue value = new KeptValue("kwh", new KeptTime(Form.INSTANT, clock.millis()), 7, Flag.NORMAL);
            ProvedSender gateway = new ProvedSender(ProvedSender.Kind.GATEWAY, "gw");
            live.deadLetters
                    .quarantine()
                    .append(List.of(new KeptMessage(Door.MQTT, gateway, "m1", clock.millis(), List.of(value))))
                    .toCompletableFuture()
                    .join();
            AtomicBoolean released = new AtomicBoolean();
            CopyProgress releasing = (file, bytes) -> {
                if (file.startsWith("log") && released.compareAndSet(false, true)) {
                    Quarantine quarantine = live.deadLetters.quarantine();
                    long device = quarantine.devices().get(0).id();
                    quarantine.settle(quarantine.portion(device, Set.of("kwh"), 10), List.of());
                }
            };
            backup(live.data, releasing).to(dir.resolve("backup"));
            assertThat(released).isTrue();
            assertThat(live.deadLetters.quarantine().devices()).isEmpty();
        }
        assertThat(verify(dir.resolve("backup")).broken()).isEmpty();
        Restore.into(dir.resolve("backup"), dir.resolve("elsewhere"), CopyProgress.none());
        try (SmallInstallation restored = new SmallInstallation(dir.resolve("elsewhere"), clock)) {
            assertThat(restored.deadLetters.quarantine().devices().get(0).readings())
                    .isOne();
        }
    }

    /** Else the restored log would have readings of what the restored registry does not know, and nothing would wait. */
    @Test
    void what_is_claimed_and_released_while_a_backup_is_made_waits_in_it_or_is_claimed_and_released_in_it()
            throws Exception {
        for (String at : List.of("dead-letters.db", "books.db", "log")) {
            Path data = dir.resolve("data-" + at);
            Path backup = dir.resolve("backup-" + at);
            Path elsewhere = dir.resolve("elsewhere-" + at);
            try (SmallInstallation live = new SmallInstallation(data, clock)) {
                live.append(10);
                live.bookAll();
                KeptValue value = new KeptValue("kwh", new KeptTime(Form.INSTANT, clock.millis()), 7, Flag.NORMAL);
                ProvedSender gateway = new ProvedSender(ProvedSender.Kind.GATEWAY, "gw");
                live.deadLetters
                        .quarantine()
                        .append(List.of(new KeptMessage(Door.MQTT, gateway, "m1", clock.millis(), List.of(value))))
                        .toCompletableFuture()
                        .join();
                AtomicBoolean claimed = new AtomicBoolean();
                CopyProgress claiming = (file, bytes) -> {
                    if (file.startsWith(at) && claimed.compareAndSet(false, true)) {
                        live.books.write(tx -> tx.handle().execute(CLAIM));
                        live.append(1);
                        Quarantine quarantine = live.deadLetters.quarantine();
                        long device = quarantine.devices().get(0).id();
                        quarantine.settle(quarantine.portion(device, Set.of("kwh"), 10), List.of());
                    }
                };
                backup(live.data, claiming).to(backup);
                assertThat(claimed).isTrue();
            }
            Restore.into(backup, elsewhere, CopyProgress.none());
            try (SmallInstallation restored = new SmallInstallation(elsewhere, clock)) {
                boolean waits = !restored.deadLetters.quarantine().devices().isEmpty();
                boolean known = restored.books.<Integer, RuntimeException>read(
                                h -> h.createQuery("SELECT count(*) FROM credential WHERE id = 'm1'")
                                        .mapTo(Integer.class)
                                        .one())
                        == 1;
                boolean released = restored.log.end(0).offset() == 11;
                assertThat(waits || known && released)
                        .as("claimed at %s: waits %s, known %s, released %s", at, waits, known, released)
                        .isTrue();
            }
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
            backup(live, "backup");
        }
        Restore.into(dir.resolve("backup"), dir.resolve("elsewhere"), CopyProgress.none());
        try (SmallInstallation restored = new SmallInstallation(dir.resolve("elsewhere"), clock)) {
            restored.books.write(tx -> {
                AccountRows.assertIn(tx.handle());
                return null;
            });
        }
    }

    @Test
    void a_backup_holds_everything_acknowledged_before_its_moment() throws Exception {
        try (SmallInstallation live = threeDays()) {
            live.append(10);
            BackupSummary made = backup(live, "backup");
            assertThat(Instant.parse(made.upTo())).isEqualTo(clock.instant());
            assertThat(made.lastArrival()).isEqualTo("2026-11-26T08:00:00Z");
            assertThat(made.lines()).anyMatch(l -> l.contains("positions 0:0 to 0:1510, 1,510 readings"));
        }
    }

    @Test
    void a_backup_is_private_and_holds_credentials_and_configuration() throws Exception {
        Path config = Files.writeString(
                Files.createDirectories(dir.resolve("etc/sub")).resolve("main.yaml"), "a: 1");
        Path named = Files.writeString(dir.resolve("etc/registry.yaml"), "b: 2");
        try (SmallInstallation live = installation()) {
            BackupSummary made = new Backup(
                            live.data,
                            new SqliteBooksCopy(live.data),
                            List.of(config, dir.resolve("etc/sub/../registry.yaml"), dir.resolve("etc/missing.yaml")),
                            "test",
                            clock,
                            CopyProgress.none())
                    .to(dir.resolve("backup"));
            assertThat(made.config()).isEqualTo("config/sub/main.yaml");
        }
        Path backup = dir.resolve("backup");
        assertThat(backup.resolve("config/registry.yaml")).hasSameBinaryContentAs(named);
        assertThat(backup.resolve("data/credentials/devices.csv")).exists();
        assertThat(backup.resolve("data/log/lock")).doesNotExist();
        for (Path file : SafeFiles.below(backup)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.resolve(file))))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_restored_installation_has_no_key_of_sessions_and_all_other_credentials() throws Exception {
        try (SmallInstallation live = installation()) {
            Files.writeString(live.data.resolve("credentials/session-key"), "00");
            backup(live, "backup");
        }
        Restore.into(dir.resolve("backup"), dir.resolve("elsewhere"), CopyProgress.none());
        assertThat(dir.resolve("elsewhere/credentials/session-key")).doesNotExist();
        assertThat(dir.resolve("elsewhere/credentials/devices.csv")).exists();
    }

    @Test
    void retention_between_books_and_log_makes_the_copy_begin_anew() throws Exception {
        try (SmallInstallation live = threeDays()) {
            live.append(500);
            clock.advance(SmallInstallation.KEEP.plusDays(3));
            AtomicInteger copies = new AtomicInteger();
            CopyProgress retentionStrikes = (file, bytes) -> {
                if (file.equals("books.db") && copies.getAndIncrement() == 0) {
                    live.bookAll();
                    live.append(10);
                    live.log.applyRetention();
                }
            };
            assertThat(live.position()).isEqualTo(1_500);
            backup(live.data, retentionStrikes).to(dir.resolve("backup"));
            assertThat(live.log.start(0).offset()).isEqualTo(2_000);
            assertThat(copies.get()).isGreaterThan(1);
        }
        assertThat(verify(dir.resolve("backup")).broken()).isEmpty();
        Restore.into(dir.resolve("backup"), dir.resolve("elsewhere"), CopyProgress.none());
        try (SmallInstallation restored = new SmallInstallation(dir.resolve("elsewhere"), clock)) {
            restored.bookAll();
            assertThat(restored.readings()).isEqualTo(2_010);
        }
    }

    @Test
    void sealed_log_files_are_linked_to_an_earlier_backup_of_the_same_installation() throws Exception {
        try (SmallInstallation live = threeDays()) {
            backup(live, "monday");
            live.append(10);
            backup(live, "tuesday");
        }
        Path sealed = Path.of("data/log/2026-11-23-0000000000000000000.sqlite");
        assertThat(Files.getAttribute(dir.resolve("tuesday").resolve(sealed), "unix:ino"))
                .isEqualTo(Files.getAttribute(dir.resolve("monday").resolve(sealed), "unix:ino"));
        assertThat(verify(dir.resolve("tuesday")).broken()).isEmpty();

        flip(dir.resolve("monday").resolve(sealed), 5_000);
        assertThat(verify(dir.resolve("tuesday")).broken()).isNotEmpty();
        try (SmallInstallation live = installation()) {
            backup(live, "wednesday");
        }
        assertThat(verify(dir.resolve("wednesday")).broken()).isEmpty();
        assertThat(Files.getAttribute(dir.resolve("wednesday").resolve(sealed), "unix:ino"))
                .isNotEqualTo(Files.getAttribute(dir.resolve("monday").resolve(sealed), "unix:ino"));
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void a_flipped_bit_anywhere_is_found_and_named() throws Exception {
        try (SmallInstallation live = threeDays()) {
            backup(live, "backup");
        }
        Path backup = dir.resolve("backup");
        for (Path file : SafeFiles.below(backup)) {
            int middle = (int) Files.size(backup.resolve(file)) / 2;
            flip(backup.resolve(file), middle);
            if (file.getNameCount() > 1) {
                assertThat(verify(backup).broken()).anyMatch(b -> b.startsWith(file + ": was changed"));
            } else {
                assertThatThrownBy(() -> verify(backup)).hasMessageContaining("was changed");
            }
            flip(backup.resolve(file), middle);
        }
        assertThat(verify(backup).broken()).isEmpty();
    }

    @Test
    void missing_and_extra_files_are_named() throws Exception {
        try (SmallInstallation live = threeDays()) {
            backup(live, "backup");
        }
        Files.delete(dir.resolve("backup/data/dead-letters.db"));
        Files.writeString(dir.resolve("backup/data/notes.txt"), "mine");
        assertThat(verify(dir.resolve("backup")).broken())
                .contains("data/dead-letters.db: is missing", "data/notes.txt: is not in the manifest");
    }

    @Test
    void a_damaged_log_row_is_backed_up_and_reported_as_known() throws Exception {
        try (SmallInstallation live = threeDays()) {
            assertThat(live.readings()).isEqualTo(1_500);
        }
        damage(dir.resolve("data/log/2026-11-24-0000000000000000500.sqlite"), 500);
        try (SmallInstallation live = installation()) {
            BackupSummary made = backup(live, "backup");
            assertThat(made.findings()).anyMatch(f -> f.contains("position 0:500") && f.contains("CRC"));
        }
        Verification verified = verify(dir.resolve("backup"));
        assertThat(verified.broken()).isEmpty();
        assertThat(verified.summary().findings()).isNotEmpty();
    }

    private static void damage(Path file, long offset) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement s = connection.prepareStatement(
                        "UPDATE batch SET payload = CAST(payload || x'00' AS BLOB) WHERE first_offset = ?")) {
            s.setLong(1, offset);
            assertThat(s.executeUpdate()).isOne();
        }
    }

    @Test
    void nothing_is_ever_overwritten() throws Exception {
        Path full = Files.createDirectories(dir.resolve("full"));
        Files.writeString(full.resolve("mine"), "keep me");
        Path empty = Files.createDirectories(dir.resolve("empty"));
        try (SmallInstallation live = installation()) {
            assertThatThrownBy(() -> backup(live, "full"))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("is not empty");
            assertThatThrownBy(() -> backup(live, "data/backup")).hasMessageContaining("lie in each other");
            backup(live, "empty");
        }
        assertThatThrownBy(() -> Restore.into(empty, full, CopyProgress.none()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("\"" + full + "\" is not empty");
        assertThat(full.resolve("mine")).hasContent("keep me");
        assertThat(dir.resolve("full.unfinished")).doesNotExist();
    }

    @Test
    void a_folder_without_an_installation_gives_no_backup() throws Exception {
        Path data = Files.createDirectories(dir.resolve("something"));
        assertThatThrownBy(() -> backup(data, CopyProgress.none()).to(dir.resolve("backup")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("books.db");
        assertThat(dir.resolve("backup")).doesNotExist();
        assertThat(dir.resolve("backup.unfinished")).doesNotExist();
    }

    @Test
    void a_backup_killed_at_any_step_is_never_taken_for_complete() throws Exception {
        try (SmallInstallation live = threeDays()) {
            int step = 1;
            while (BackupVictim.run(live.data, dir.resolve("backup"), step) == BackupVictim.KILLED) {
                assertThat(dir.resolve("backup")).doesNotExist();
                assertThatThrownBy(() -> verify(dir.resolve("backup.unfinished")))
                        .isInstanceOf(BackupException.class)
                        .hasMessageContaining("not a complete backup");
                step += STEPS_BETWEEN_KILLS;
            }
            assertThat(step).isGreaterThan(3 * STEPS_BETWEEN_KILLS);
        }
        assertThat(verify(dir.resolve("backup")).broken()).isEmpty();
        assertThat(dir.resolve("backup.unfinished")).doesNotExist();
    }
}
