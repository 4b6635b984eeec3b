package io.greenpark.operations.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.influx.HeldBack;
import io.greenpark.operations.disk.StoreFiles;
import io.greenpark.operations.status.CanaryStatus;
import io.greenpark.operations.status.Exposure;
import io.greenpark.operations.status.HttpTraffic;
import io.greenpark.operations.status.IntakeStatus;
import io.greenpark.operations.status.Trouble;
import io.greenpark.operations.status.TroubleKind;
import io.greenpark.park.Await;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.log.LogReadings;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.park.registry.RegistryFiles.State;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
    private Books books;
    private SqliteDeadLetters deadLetters;
    private HealthMonitor monitor;

    private volatile List<LoopStatus> readers = List.of(new LoopStatus("accounting", 3, null, null));
    private volatile DoorStatus door = door("mqtt", true, null);
    private volatile DoorStatus broker = door("broker plant-1", true, null);
    private volatile FilesStatus files = files(State.IN_FORCE, List.of(), Map.of());
    private volatile List<Reason> failingPoints = List.of();
    private volatile HeldBack held;
    private volatile CanaryStatus canary = canary(null);
    private volatile HttpTraffic http = HttpTraffic.none();

    private static DoorStatus door(String name, boolean open, String problem) {
        return new DoorStatus(name, "127.0.0.1:1883", open, 1, 2, 3, 0, problem);
    }

    private List<CertificateStatus> certificates = List.of();

    private CanaryStatus canary(String problem) {
        Duration minute = Duration.ofMinutes(1);
        return new CanaryStatus(minute, minute, 1, 1, 0, clock.instant(), clock.instant(), Map.of(), problem);
    }

    private FilesStatus files(State state, List<FileFault> faults, Map<DocumentKind, Integer> gone) {
        return new FilesStatus(
                state,
                clock.instant(),
                faults,
                gone,
                Map.of(DocumentKind.POINT, 14),
                state == State.WAITING ? "3f2a9c1b" : null,
                List.of(),
                state == State.FAULTY ? null : 3L);
    }

    @BeforeEach
    void open() throws Exception {
        log = disk.open(dir.resolve("log"), LogConfig.defaults(), clock);
        books = BooksKind.SQLITE.fresh(dir).open(clock);
        deadLetters = SqliteDeadLetters.open(
                dir.resolve("dead-letters.db"),
                DeadLetterConfig.from(Settings.ofTexts(Map.of()), new Problems()),
                clock);
        EventLoopWatchdog eventLoops = EventLoopWatchdog.start(vertx, 2, System::nanoTime)
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
        monitor = new HealthMonitor(
                        new MonitoredSystem(
                                Map.of("greenpark", "test"),
                                new MonitoredStores(
                                        StoreFiles.of(dir),
                                        LogConfig.defaults(),
                                        log,
                                        books,
                                        deadLetters,
                                        RegistrySource.fixed(new Registry(nothing))),
                                new MonitoredDoors(
                                        () -> List.of(door),
                                        () -> List.of(broker),
                                        () -> new IntakeStatus(0, 60_000, null, List.of())),
                                eventLoops,
                                () -> readers,
                                () -> certificates,
                                () -> files,
                                () -> failingPoints,
                                () -> Map.of(FindingKind.SECOND_CLOCK, 2L),
                                () -> held,
                                () -> canary,
                                () -> http,
                                List.of(new Exposure(
                                        Exposure.Kind.RUNS_AS_ROOT, Bilingual.same("give it a user of its own")))),
                        clock)
                .start();
    }

    @AfterEach
    void close() throws Exception {
        monitor.close();
        log.close();
        deadLetters.close();
        books.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static List<TroubleKind> kinds(List<Trouble> troubles) {
        return troubles.stream().map(Trouble::kind).toList();
    }

    @Test
    void a_log_without_room_is_not_ready_until_there_is_room() {
        assertThat(monitor.notReady()).isEmpty();
        disk.free(0);
        assertThatThrownBy(() -> log.append(LogReadings.readings(0, 3))
                        .toCompletableFuture()
                        .join())
                .isNotNull();
        assertThat(kinds(monitor.notReady())).containsExactly(TroubleKind.LOG_NOT_WRITABLE);
        assertThat(monitor.notReady().get(0).detail()).contains("log.minFreeDisk");
        assertThat(monitor.stuck()).isEmpty();
        assertThat(monitor.metrics()).contains("greenpark_ready 0.0", "greenpark_log_writable 0.0");
        disk.free(Long.MAX_VALUE);
        assertThat(monitor.notReady()).isEmpty();
        clock.advance(Duration.ofSeconds(3));
        assertThat(monitor.metrics()).contains("greenpark_ready 1.0", "greenpark_log_failed_commits_total 1.0");
    }

    @Test
    void a_shut_door_is_not_ready_and_a_missing_broker_degrades() {
        door = door("mqtt", false, "port taken");
        broker = door("broker plant-1", false, "connection refused");
        assertThat(kinds(monitor.notReady())).containsExactly(TroubleKind.DOOR_SHUT);
        assertThat(kinds(monitor.degraded())).containsExactly(TroubleKind.BROKER_AWAY);
        assertThat(monitor.degraded().get(0).detail()).contains("plant-1", "connection refused");
    }

    @Test
    void what_influxdb_holds_against_the_rule_degrades_with_enterprise_and_command_until_it_is_removed() {
        List<String> whose = List.of("enterprise kiln", "enterprise mill");
        held = new HeldBack(clock.instant(), whose, null);
        assertThat(kinds(monitor.degraded())).containsExactly(TroubleKind.WITHHELD_IN_INFLUX);
        assertThat(monitor.degraded().get(0).detail()).contains("enterprise mill", "being removed");
        held = new HeldBack(clock.instant(), whose, "DELETE is unknown");
        assertThat(monitor.degraded().get(0).detail())
                .contains("enterprise kiln, enterprise mill; not removed, since DELETE is unknown")
                .contains("greenpark influx withheld --remove");
        held = new HeldBack(clock.instant(), List.of(), "not authorized to read");
        assertThat(monitor.degraded().get(0).detail()).contains("not known", "not authorized to read", "right to read");
        held = null;
        assertThat(monitor.degraded()).isEmpty();
    }

    @Test
    void unreachable_books_only_degrade_and_metrics_go_on() {
        books.close();
        assertThat(monitor.notReady()).isEmpty();
        assertThat(kinds(monitor.degraded())).containsExactly(TroubleKind.BOOKS_UNREACHABLE);
        assertThat(monitor.metrics())
                .contains("greenpark_ready 1.0", "greenpark_degraded_troubles 1.0", "greenpark_log_writable 1.0");
    }

    @Test
    void a_failing_reader_and_a_missing_canary_degrade() {
        readers = List.of(new LoopStatus("influx", 9, clock.millis(), "refused", 4, true));
        canary = canary("canary: the MQTT door did not acknowledge it");
        assertThat(kinds(monitor.degraded())).containsExactly(TroubleKind.READER_FAILS, TroubleKind.CANARY_MISSING);
        assertThat(monitor.notReady()).isEmpty();
    }

    @Test
    void a_point_that_cannot_be_computed_degrades_and_is_named() {
        Reason reason = Reason.arithmeticFailed("m-kwh", Instant.parse("2026-11-01T10:00:00Z"), "12.5", "overflow");
        failingPoints = Collections.nCopies(12, reason);
        assertThat(kinds(monitor.degraded())).hasSize(11).containsOnly(TroubleKind.POINT_NOT_COMPUTED);
        assertThat(monitor.degraded().get(0).detail()).contains("m-kwh", "2026-11-01T10:00:00Z", "12.5", "overflow");
        assertThat(monitor.degraded().get(10).detail()).startsWith("2 more points");
    }

    @Test
    void an_expiring_certificate_degrades_and_says_how_to_renew_it() {
        certificates = List.of(new CertificateStatus(
                "mqtt",
                dir.resolve("server.pem"),
                List.of("localhost"),
                clock.instant().plus(Duration.ofDays(9)),
                9,
                CertificateStatus.State.EXPIRING,
                null));
        assertThat(kinds(monitor.degraded())).containsExactly(TroubleKind.CERTIFICATE);
        assertThat(monitor.metrics()).contains("greenpark_certificate_expiry_timestamp_seconds{used_by=\"mqtt\"} ");
        assertThat(monitor.degraded().get(0).detail()).contains("mqtt", "server.pem", "in 9 days", "greenpark tls");
        assertThat(monitor.notReady()).isEmpty();
    }

    @Test
    void a_crowded_console_degrades_and_says_which_limit_binds() {
        HttpTraffic.SignIns signIns = new HttpTraffic.SignIns(1, 2, 3);
        http = new HttpTraffic(new HttpTraffic.Connections(80, 80, 1_000, 440, 5, 6, true), signIns);
        assertThat(kinds(monitor.degraded())).containsExactly(TroubleKind.HTTP_CROWDED);
        assertThat(monitor.degraded().get(0).detail()).contains("of 80 in all", "440", "LimitNOFILE");
        assertThat(monitor.notReady()).isEmpty();
        assertThat(monitor.metrics())
                .contains(
                        "greenpark_http_connections 80.0",
                        "greenpark_http_connections_cut_total{reason=\"evicted\"} 440.0",
                        "greenpark_sign_ins_total{result=\"rejected\"} 2.0");
        http = new HttpTraffic(new HttpTraffic.Connections(80, 1_000, 1_000, 1, 0, 0, true), signIns);
        assertThat(monitor.degraded().get(0).detail()).contains("http.maxConnections", "http.proxies");
    }

    @Test
    void what_is_open_to_others_is_shown_and_degrades_nothing() {
        assertThat(monitor.snapshot().exposures())
                .extracting(Exposure::kind)
                .containsExactly(Exposure.Kind.RUNS_AS_ROOT);
        assertThat(monitor.degraded()).isEmpty();
    }

    @Test
    void a_writer_or_reader_thread_that_ended_is_not_live() {
        log.close();
        assertThat(kinds(monitor.stuck())).containsExactly(TroubleKind.WRITER_ENDED);
        readers = List.of(new LoopStatus("accounting", 3, null, null, 0, false));
        Await.until("the reader's end is seen", () -> kinds(monitor.stuck())
                .equals(List.of(TroubleKind.WRITER_ENDED, TroubleKind.READER_ENDED)));
    }

    @Test
    void faults_of_the_registrys_files_are_told_with_their_place_and_counted() {
        files = files(
                State.FAULTY,
                List.of(
                        new FileFault(
                                "site.yaml:7",
                                "points.kwh.unit",
                                Bilingual.same("\"kwh\" is not allowed; accepted: kWh")),
                        new FileFault(
                                "stats.yaml:3",
                                "statistics[0].ivaCny",
                                Bilingual.same("\"12x\" is not allowed; accepted: a number"))),
                Map.of());
        assertThat(monitor.notReady()).isEmpty();
        assertThat(kinds(monitor.degraded()))
                .containsOnly(TroubleKind.REGISTRY_FAULTY)
                .hasSize(3);
        assertThat(monitor.degraded())
                .extracting(Trouble::detail)
                .containsExactly(
                        "site.yaml:7: points.kwh.unit: \"kwh\" is not allowed; accepted: kWh",
                        "stats.yaml:3: statistics[0].ivaCny: \"***\" is not allowed; accepted: a number",
                        "2 fault(s) since 2026-11-23T12:00:00Z; the registry of before stays in force until they are mended");
        assertThat(monitor.metrics())
                .contains("greenpark_registry_files_in_force 0.0", "greenpark_registry_file_faults 2.0");
    }

    @Test
    void of_many_faults_the_first_are_listed_and_the_others_counted() {
        List<FileFault> many = IntStream.range(0, 37)
                .mapToObj(i -> new FileFault("site.yaml:" + i, "k", Bilingual.same("is missing")))
                .toList();
        files = files(State.FAULTY, many, Map.of());
        assertThat(monitor.degraded()).hasSize(11);
        assertThat(monitor.degraded().get(10).detail()).contains("37 fault(s)", "27 more");
    }

    @Test
    void files_that_take_away_much_degrade_until_somebody_confirms() {
        files = files(State.WAITING, List.of(), Map.of(DocumentKind.POINT, 12));
        assertThat(kinds(monitor.degraded())).containsExactly(TroubleKind.REGISTRY_WAITING);
        assertThat(monitor.degraded().get(0).detail())
                .contains("12 of 14 points in use", "greenpark reload --confirm 3f2a9c1b;");
        files = files(State.IN_FORCE, List.of(), Map.of());
        assertThat(monitor.degraded()).isEmpty();
        assertThat(monitor.metrics()).contains("greenpark_registry_files_in_force 1.0");
    }
}
