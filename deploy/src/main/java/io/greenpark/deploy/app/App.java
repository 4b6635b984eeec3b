package io.greenpark.deploy.app;

import io.greenpark.accounting.Accounting;
import io.greenpark.accounting.work.LogIntake;
import io.greenpark.alerts.Alerts;
import io.greenpark.alerts.evaluation.ReaderLag;
import io.greenpark.dashboards.console.Console;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.source.Inbox;
import io.greenpark.influx.InfluxWriter;
import io.greenpark.operations.canary.CanaryLoop;
import io.greenpark.operations.disk.StoreFiles;
import io.greenpark.operations.monitor.EventLoopWatchdog;
import io.greenpark.operations.monitor.HealthMonitor;
import io.greenpark.operations.monitor.MonitoredSystem;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.CompactionLoop;
import io.greenpark.store.live.LiveReader;
import io.greenpark.store.live.LivenessWindow;
import io.greenpark.store.loop.LoopStatus;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The process as a whole. {@link #start} opens the rooms from the inside out, so that a door opens only when what lies
 * behind it is there; {@link #close} closes them in reverse, so that nothing is taken in that could not be kept.
 */
public final class App implements AutoCloseable {
    private final ShutdownStack shutdown = new ShutdownStack();
    private final List<Supplier<List<LoopStatus>>> readers = new ArrayList<>();
    private Supplier<List<LoopStatus>> influxReaders = List::of;
    private final AppConfig config;
    private final Clock clock;
    private @Nullable Stores stores;
    private @Nullable CanaryLoop canary;
    private int httpPort;

    private App(AppConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Starts and returns when everything is ready.
     *
     * @param data the folder of the installation; made if it is not there
     * @param inbox the demo's mailbox for the console; null elsewhere
     * @throws AppStartException saying what is in the way; whatever had started is closed again
     */
    public static App start(AppConfig config, Path data, Set<Role> roles, Clock clock, @Nullable Inbox inbox)
            throws AppStartException {
        App app = new App(config, clock);
        try {
            app.open(data, roles, inbox);
            return app;
        } catch (Exception e) {
            app.close();
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new AppStartException("cannot start: " + message, e);
        }
    }

    private void open(Path data, Set<Role> roles, @Nullable Inbox inbox) throws Exception {
        shutdown.add("data folder", DataLock.take(data));
        Stores opened = Stores.open(config, data, clock, shutdown);
        stores = opened;
        Vertx vertx = Vertx.vertx();
        shutdown.add("event loops", () -> Futures.await(vertx.close()));
        EventLoopWatchdog loops = Futures.await(
                EventLoopWatchdog.start(vertx, VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE, System::nanoTime));
        CanaryParts canaries = CanaryParts.of(opened);

        Accounts accounts = Accounts.of(opened, clock);
        LiveReader live = LiveReader.open(opened.log(), opened.log()::acceptsAppends, opened.books(), clock);
        // Whoever waits for marks says so before the first figure is booked.
        Accounting accounting =
                Accounting.create(opened.log(), opened.books(), opened.registry(), config.accounting(), clock);
        Alerts alerts = Alerts.create(
                opened.books(),
                opened.registry(),
                accounts.discharge(),
                accounts.intensity(),
                new ReaderLag(signs(roles, live), accountsLag(roles, accounting)),
                config.alerts(),
                canaryFlies(roles),
                config.http().publicUrl(),
                vertx,
                clock);
        if (roles.contains(Role.ACCOUNTING)) {
            account(opened, canaries, accounts, accounting, live);
        }
        if (roles.contains(Role.ALERTS)) {
            shutdown.add("alerts", alerts).start();
            readers.add(alerts::status);
        }
        Certificates certificates = shutdown.add("certificates", new Certificates(config.tls(), clock))
                .start();
        Doors doors = roles.contains(Role.INGEST)
                ? Doors.open(config, opened, canaries, certificates, vertx, clock, shutdown)
                : Doors.none();
        if (canaryFlies(roles)) {
            canary = shutdown.add("canary", canaries.loop(config, opened, doors.mqttUrl(), clock))
                    .start();
        }
        if (roles.contains(Role.DASHBOARDS)) {
            HealthMonitor watch = shutdown.add("watch", watch(data, opened, doors, certificates, loops));
            watch.start();
            console(opened, accounts, alerts, doors, watch, certificates, inbox, vertx);
        }
    }

    /** How far another process takes in what it hears is not known here; its signs of life are believed as they stand. */
    private Supplier<LivenessWindow> signs(Set<Role> roles, LiveReader live) {
        if (roles.contains(Role.ACCOUNTING)) {
            return live::livenessWindow;
        }
        Instant since = clock.instant();
        return () -> new LivenessWindow(since, clock.instant(), live.status().lag());
    }

    /** What another process books is not known here; its figures are judged as they come. */
    private static LongSupplier accountsLag(Set<Role> roles, Accounting accounting) {
        return roles.contains(Role.ACCOUNTING) ? () -> accounting.status().lag() : () -> 0;
    }

    /** It takes a door to send it through and readers to follow it by. */
    private boolean canaryFlies(Set<Role> roles) {
        return config.canary().enabled() && roles.containsAll(Set.of(Role.INGEST, Role.ACCOUNTING));
    }

    private void account(
            Stores opened, CanaryParts canaries, Accounts accounts, Accounting accounting, LiveReader live) {
        if (config.influx().enabled()) {
            InfluxWriter influx = shutdown.add(
                    "InfluxDB writer",
                    InfluxWriter.open(
                            config.influx(),
                            opened.log(),
                            opened.books(),
                            canaries.registry(),
                            LogIntake.READER,
                            accounts.series(opened.registry(), clock),
                            clock));
            influx.start();
            influxReaders = influx::statuses;
        } else {
            InfluxWriter.switchedOff(opened.books());
        }
        shutdown.add("live state", live).start();
        readers.add(() -> List.of(live.status()));
        shutdown.add("accounting", accounting).start();
        readers.add(() -> List.of(accounting.status()));
        CompactionLoop fold = shutdown.add("folding", CompactionLoop.create(opened.books(), config.books(), clock));
        fold.start();
    }

    private HealthMonitor watch(
            Path data, Stores opened, Doors doors, Certificates certificates, EventLoopWatchdog loops) {
        return new HealthMonitor(
                new MonitoredSystem(
                        StoreFiles.of(data),
                        config.log(),
                        opened.log(),
                        opened.books(),
                        opened.deadLetters(),
                        opened.registry(),
                        this::readers,
                        doors::own,
                        doors::brokers,
                        doors::intake,
                        certificates::statuses,
                        () -> canary == null ? null : canary.status(),
                        loops,
                        Versions.here()),
                clock);
    }

    private void console(
            Stores opened,
            Accounts accounts,
            Alerts alerts,
            Doors doors,
            HealthMonitor watch,
            Certificates certificates,
            @Nullable Inbox inbox,
            Vertx vertx)
            throws Exception {
        ConsoleSources sources = new ConsoleSources(
                opened.registry(),
                accounts.energy(),
                accounts.intensity(),
                accounts.discharge(),
                alerts.cases(),
                opened.deadLetters(),
                opened.books(),
                this::readers,
                doors::status,
                opened.credentials(),
                watch,
                certificates::statuses,
                inbox);
        Console console = Console.create(vertx, config.http(), sources, clock);
        shutdown.add("console", () -> Futures.await(console.close()));
        certificates.watch("http", console.identity());
        httpPort = Futures.await(console.start());
    }

    /**
     * How every reader stands, asked in the order in which data flow: accounts, alerts, the series of both. What one has
     * finished is pending at the next before that is asked, so that no lag anywhere means that nothing is left.
     */
    private List<LoopStatus> readers() {
        List<LoopStatus> statuses = new ArrayList<>();
        readers.forEach(r -> statuses.addAll(r.get()));
        statuses.addAll(influxReaders.get());
        return statuses;
    }

    /** The registry as it is now. */
    public RegistrySource registry() {
        if (stores == null) {
            throw new IllegalStateException("the app is not open");
        }
        return stores.registry();
    }

    /** Where the console is to be found, if this or another process serves it. */
    public String url() {
        String url = config.http().publicUrl();
        return config.http().port() == 0 ? (config.http().tls() ? "https" : "http") + "://localhost:" + httpPort : url;
    }

    @Override
    public void close() {
        shutdown.close();
    }
}
