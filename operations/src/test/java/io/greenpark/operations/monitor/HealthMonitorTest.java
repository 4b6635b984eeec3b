package io.greenpark.operations.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.operations.disk.StoreFiles;
import io.greenpark.operations.status.CanaryStatus;
import io.greenpark.operations.status.OperationsSnapshot.Intake;
import io.greenpark.operations.status.Trouble;
import io.greenpark.operations.status.Trouble.Kind;
import io.greenpark.park.Await;
import io.greenpark.park.log.LogReadings;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.SqliteBooks;
import io.greenpark.store.deadletter.DeadLetterConfig;
import io.greenpark.store.deadletter.SqliteDeadLetters;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SmallDisk;
import io.greenpark.store.log.SqliteTelemetryLog;
import io.greenpark.store.loop.LoopStatus;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthMonitorTest {
    @TempDir
    Path dir;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final SmallDisk disk = new SmallDisk();
    private final Vertx vertx = Vertx.vertx();
    private SqliteTelemetryLog log;
    private SqliteBooks books;
    private SqliteDeadLetters deadLetters;
    private HealthMonitor watch;

    private volatile List<LoopStatus> readers = List.of(new LoopStatus("accounting", 3, null, null));
    private volatile DoorStatus door = door("mqtt", true, null);
    private volatile DoorStatus broker = door("broker plant-1", true, null);
    private volatile CanaryStatus canary = canary(null);

    private static DoorStatus door(String name, boolean open, String problem) {
        return new DoorStatus(name, "127.0.0.1:1883", open, 1, 2, 3, 0, problem);
    }

    private List<CertificateStatus> certificates = List.of();

    private CanaryStatus canary(String problem) {
        Duration minute = Duration.ofMinutes(1);
        return new CanaryStatus(minute, minute, 1, 1, 0, clock.instant(), clock.instant(), Map.of(), problem);
    }

    @BeforeEach
    void open() throws Exception {
        log = disk.open(dir.resolve("log"), LogConfig.defaults(), clock);
        books = SqliteBooks.open(dir.resolve("books.db"), BooksConfig.defaults(), clock);
        deadLetters = SqliteDeadLetters.open(
                dir.resolve("dead-letters.db"),
                DeadLetterConfig.from(Settings.ofTexts(Map.of()), new Problems()),
                clock);
        EventLoopWatchdog loops = EventLoopWatchdog.start(vertx, 2, System::nanoTime)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        Registry.Facts nothing = new Registry.Facts(
                District.of("d"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        watch = new HealthMonitor(
                        new MonitoredSystem(
                                StoreFiles.of(dir),
                                LogConfig.defaults(),
                                log,
                                books,
                                deadLetters,
                                RegistrySource.fixed(new Registry(nothing)),
                                () -> readers,
                                () -> List.of(door),
                                () -> List.of(broker),
                                () -> new Intake(0, 60_000, null, List.of()),
                                () -> certificates,
                                () -> canary,
                                loops,
                                Map.of("greenpark", "test")),
                        clock)
                .start();
    }

    @AfterEach
    void close() throws Exception {
        watch.close();
        log.close();
        deadLetters.close();
        books.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static List<Kind> kinds(List<Trouble> troubles) {
        return troubles.stream().map(Trouble::kind).toList();
    }

    @Test
    void a_log_without_room_makes_the_platform_unready_until_there_is_room_again() {
        assertThat(watch.notReady()).isEmpty();
        disk.free(0);
        assertThatThrownBy(() -> log.append(LogReadings.readings(0, 3))
                        .toCompletableFuture()
                        .join())
                .isNotNull();
        assertThat(kinds(watch.notReady())).containsExactly(Kind.LOG_NOT_WRITABLE);
        assertThat(watch.notReady().get(0).detail()).contains("log.minFreeDisk");
        assertThat(watch.stuck()).isEmpty();
        assertThat(watch.metrics()).contains("greenpark_ready 0.0", "greenpark_log_writable 0.0");
        disk.free(Long.MAX_VALUE);
        assertThat(watch.notReady()).isEmpty();
        clock.advance(Duration.ofSeconds(3));
        assertThat(watch.metrics()).contains("greenpark_ready 1.0", "greenpark_log_failed_commits_total 1.0");
    }

    @Test
    void a_shut_door_is_not_ready_and_a_broker_that_is_away_only_degrades() {
        door = door("mqtt", false, "port taken");
        broker = door("broker plant-1", false, "connection refused");
        assertThat(kinds(watch.notReady())).containsExactly(Kind.DOOR_SHUT);
        assertThat(kinds(watch.degraded())).containsExactly(Kind.BROKER_AWAY);
        assertThat(watch.degraded().get(0).detail()).contains("plant-1", "connection refused");
    }

    @Test
    void books_that_do_not_answer_degrade_since_intake_goes_on_and_everything_else_is_still_told() {
        books.close();
        assertThat(watch.notReady()).isEmpty();
        assertThat(kinds(watch.degraded())).containsExactly(Kind.BOOKS_UNREACHABLE);
        assertThat(watch.metrics())
                .contains("greenpark_ready 1.0", "greenpark_degraded_troubles 1.0", "greenpark_log_writable 1.0");
    }

    @Test
    void a_failing_reader_and_a_missing_canary_degrade() {
        readers = List.of(new LoopStatus("influx", 9, clock.millis(), "refused", 4, true));
        canary = canary("canary: the MQTT door did not acknowledge it");
        assertThat(kinds(watch.degraded())).containsExactly(Kind.READER_FAILS, Kind.CANARY_MISSING);
        assertThat(watch.notReady()).isEmpty();
    }

    @Test
    void a_certificate_about_to_expire_degrades_and_says_how_to_renew_it() {
        certificates = List.of(new CertificateStatus(
                "mqtt",
                dir.resolve("server.pem"),
                List.of("localhost"),
                clock.instant().plus(Duration.ofDays(9)),
                9,
                CertificateStatus.State.EXPIRING,
                null));
        assertThat(kinds(watch.degraded())).containsExactly(Kind.CERTIFICATE);
        assertThat(watch.metrics()).contains("greenpark_certificate_expiry_timestamp_seconds{used_by=\"mqtt\"} ");
        assertThat(watch.degraded().get(0).detail()).contains("mqtt", "server.pem", "in 9 days", "greenpark tls");
        assertThat(watch.notReady()).isEmpty();
    }

    @Test
    void a_writing_or_reading_thread_that_ended_is_not_live() {
        log.close();
        assertThat(kinds(watch.stuck())).containsExactly(Kind.WRITER_ENDED);
        readers = List.of(new LoopStatus("accounting", 3, null, null, 0, false));
        Await.until("the reader's end is seen", () -> kinds(watch.stuck())
                .equals(List.of(Kind.WRITER_ENDED, Kind.READER_ENDED)));
    }
}
