package io.greenpark.deploy.app;

import io.greenpark.acceptance.desk.AcceptanceDesk;
import io.greenpark.access.audit.Looks;
import io.greenpark.access.audit.RetireLoop;
import io.greenpark.access.audit.SqlAuditLog;
import io.greenpark.accounting.Accounting;
import io.greenpark.accounting.finding.Findings;
import io.greenpark.accounting.hour.HourFoldLoop;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.intensity.Standings;
import io.greenpark.accounting.work.LogIntake;
import io.greenpark.alerts.Alerts;
import io.greenpark.alerts.bounce.BounceRounds;
import io.greenpark.alerts.channel.mail.MailChannel;
import io.greenpark.alerts.channel.mail.MailSettings;
import io.greenpark.alerts.evaluation.DoorInputs;
import io.greenpark.alerts.evaluation.ReaderLag;
import io.greenpark.alerts.evaluation.RuleInputs;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.cleanproduction.desk.CleanProduction;
import io.greenpark.config.tls.TlsFolder;
import io.greenpark.dashboards.console.Console;
import io.greenpark.dashboards.monday.MondayRounds;
import io.greenpark.dashboards.pack.Packs;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.source.DeviceHandOut;
import io.greenpark.dashboards.source.Inbox;
import io.greenpark.dashboards.source.Postbox;
import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.influx.HeldBack;
import io.greenpark.influx.InfluxWriter;
import io.greenpark.objection.desk.ObjectionRemarks;
import io.greenpark.objection.desk.OpenObjections;
import io.greenpark.objection.desk.SqlObjectionMarks;
import io.greenpark.operations.canary.CanaryLoop;
import io.greenpark.operations.disk.StoreFiles;
import io.greenpark.operations.monitor.EventLoopWatchdog;
import io.greenpark.operations.monitor.HealthMonitor;
import io.greenpark.operations.monitor.MonitoredDoors;
import io.greenpark.operations.monitor.MonitoredStores;
import io.greenpark.operations.monitor.MonitoredSystem;
import io.greenpark.operations.series.HealthSeries;
import io.greenpark.operations.status.Exposure;
import io.greenpark.operations.status.HttpTraffic;
import io.greenpark.operations.status.Operations;
import io.greenpark.park.live.ListeningDoor;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.plan.desk.Planning;
import io.greenpark.plan.telling.SheetLetters;
import io.greenpark.plan.telling.SheetReminders;
import io.greenpark.registry.RegistryService;
import io.greenpark.returns.closing.ClosingDesk;
import io.greenpark.returns.closing.ClosingLoop;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.returns.reminder.Reminders;
import io.greenpark.sheets.mapping.SheetMappings;
import io.greenpark.store.books.CompactionLoop;
import io.greenpark.store.document.DocumentSweepLoop;
import io.greenpark.store.live.LiveReader;
import io.greenpark.store.live.LivenessWindow;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.series.GaugeMarks;
import io.greenpark.store.series.GaugeSeries;
import io.greenpark.store.series.SeriesSource;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The process as a whole. {@link #start} opens the parts from the inside out, so that a door opens only when everything
 * behind it is there; {@link #close} closes them in reverse, so that nothing is taken in that could not be kept.
 */
public final class App implements AutoCloseable {
    private static final Duration GAUGES_EVERY = Duration.ofMinutes(2);
    private static final Duration REMINDERS_EVERY = Duration.ofMinutes(1);
    private static final Duration CLOSING_EVERY = Duration.ofMinutes(1);

    private final ShutdownStack shutdown = new ShutdownStack();
    private final List<Supplier<List<LoopStatus>>> readers = new CopyOnWriteArrayList<>();
    private Supplier<List<LoopStatus>> influxReaders = List::of;
    private volatile @Nullable Operations operations;
    private Supplier<@Nullable HeldBack> influxHolds = () -> null;
    private final AppConfig config;
    private final Clock clock;
    private @Nullable Stores stores;
    private @Nullable CanaryLoop canary;
    private volatile Supplier<List<Reason>> failingPoints = List::of;
    /** None before they are open: what they were not there for is silence of nobody. */
    private volatile Supplier<List<ListeningDoor>> listening = List::of;

    private volatile Supplier<HttpTraffic> httpTraffic = HttpTraffic::none;
    private int httpPort;
    private @Nullable Planning planning;

    private App(AppConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Starts and returns when everything is ready.
     *
     * @param data the folder of the installation; made if it is not there
     * @param inbox the demo's mailbox for the console; null elsewhere
     * @throws AppStartException saying what is in the way; what had started is closed again
     */
    public static App start(
            AppConfig config,
            RegistryService.Start registry,
            Path data,
            Set<Role> roles,
            Clock clock,
            @Nullable Inbox inbox)
            throws AppStartException {
        App app = new App(config, clock);
        try {
            app.open(registry, data, roles, inbox);
            return app;
        } catch (Exception e) {
            app.close();
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new AppStartException("cannot start: " + message, e);
        }
    }

    private void open(RegistryService.Start registry, Path data, Set<Role> roles, @Nullable Inbox inbox)
            throws Exception {
        shutdown.add("data folder", DataLock.take(data));
        Exposures.tell(config);
        Stores opened = Stores.open(config, registry, data, clock, shutdown);
        stores = opened;
        Vertx vertx = Vertx.vertx();
        shutdown.add("event loops", () -> Futures.await(vertx.close()));
        EventLoopWatchdog eventLoops = Futures.await(
                EventLoopWatchdog.start(vertx, VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE, System::nanoTime));
        CanaryParts canaryParts = CanaryParts.of(opened);

        Accounts accounts = Accounts.of(opened, config.statistics(), clock);
        LiveReader live = LiveReader.open(opened.log(), opened.log()::acceptsAppends, opened.books(), clock);
        // Consumers of marks are registered before the first figure is booked.
        Accounting accounting =
                Accounting.create(opened.log(), opened.books(), opened.registry(), config.accounting(), clock);
        Alerts alerts = Alerts.create(
                opened.books(),
                new RuleInputs(
                        opened.registry(),
                        accounts.discharge(),
                        accounts.intensity(),
                        accounts.energy(),
                        accounts.disclosures(),
                        new ReaderLag(livenessWindow(roles, live), accountsLag(roles, accounting)),
                        new DoorInputs(() -> listening.get(), refusals(opened)),
                        CleanProductionParts::stopOrders),
                new ContractedMaintainers(opened.identities(), clock),
                config.alerts(),
                canaryRuns(roles),
                config.http().publicUrl(),
                opened.identities().sessionKey(),
                new ObjectionRemarks(),
                vertx,
                clock);
        if (roles.contains(Role.INGEST) || roles.contains(Role.DASHBOARDS)) {
            readers.add(Updates.open(opened, clock, shutdown));
        }
        if (roles.contains(Role.INGEST)) {
            readers.add(Releases.open(config, opened, clock, shutdown));
        }
        if (roles.contains(Role.ACCOUNTING)) {
            openAccounting(opened, canaryParts, accounts, accounting, live);
        }
        if (roles.contains(Role.ALERTS)) {
            shutdown.add("alerts", alerts).start();
            readers.add(alerts::status);
            Reminders reminders = new Reminders(
                    opened.books(),
                    opened.registry(),
                    returns(opened, accounts),
                    alerts.letters(),
                    config.alerts().links().urls(config.http().publicUrl()).enterprises(),
                    clock);
            BackgroundLoop loop = new BackgroundLoop("reminders", reminders::step, REMINDERS_EVERY, clock);
            shutdown.add("reminders", loop).start();
            readers.add(() -> List.of(loop.status()));
            BackgroundLoop contacts = new BackgroundLoop("contacts", alerts::lookAtContacts, REMINDERS_EVERY, clock);
            shutdown.add("contacts", contacts).start();
            readers.add(() -> List.of(contacts.status()));
            Objections objections = new Objections(opened, returns(opened, accounts), alerts, config, clock);
            BackgroundLoop terms = new BackgroundLoop("objections", objections.terms()::step, REMINDERS_EVERY, clock);
            shutdown.add("objections", terms).start();
            readers.add(() -> List.of(terms.status()));
            alerts.bounces().ifPresent(this::openBounces);
            ClosingLoop closing = new ClosingLoop(opened.books(), opened.registry(), closings(opened, accounts), clock);
            BackgroundLoop closingLoop = new BackgroundLoop("closing", closing::step, CLOSING_EVERY, clock);
            shutdown.add("closing", closingLoop).start();
            readers.add(() -> List.of(closingLoop.status()));
            SheetReminders sheets = new SheetReminders(
                    opened.books(), opened.registry(), sheetLetters(opened, alerts), config.yearSheets(), clock);
            BackgroundLoop sheetLoop = new BackgroundLoop("yearly sheets", sheets::step, REMINDERS_EVERY, clock);
            shutdown.add("yearly sheets", sheetLoop).start();
            readers.add(() -> List.of(sheetLoop.status()));
            CleanProductionParts.loops(config, opened, accounts, alerts, clock).forEach(each -> {
                shutdown.add("clean production", each).start();
                readers.add(() -> List.of(each.status()));
            });
        }
        Certificates certificates = shutdown.add("certificates", new Certificates(config.tls(), clock))
                .start();
        Doors doors = roles.contains(Role.INGEST)
                ? Doors.open(config, opened, canaryParts, certificates, vertx, clock, shutdown)
                : Doors.none();
        listening = doors::listening;
        if (canaryRuns(roles)) {
            canary = shutdown.add("canary", canaryParts.loop(config, opened, doors.mqttUrl(), clock))
                    .start();
        }
        if (roles.contains(Role.DASHBOARDS)) {
            Looks looks = openAuditLog(opened);
            MonitoredSystem system = monitored(data, opened, doors, certificates, eventLoops);
            HealthMonitor monitor = shutdown.add("health monitor", new HealthMonitor(system, clock))
                    .start();
            operations = monitor;
            DocumentSweepLoop sweep =
                    shutdown.add("sweep of uploads", DocumentSweepLoop.create(opened.documents(), clock));
            sweep.start();
            readers.add(() -> List.of(sweep.status()));
            DeviceHandOut handOut =
                    new DeviceHandOut(opened.credentials(), TlsFolder.of(data).forDevices());
            Packs packs = shutdown.add("inspection packs", Packs.open(data, config.packs(), clock));
            ConsoleSources sources =
                    sources(opened, handOut, accounts, alerts, looks, monitor, postbox(vertx), packs, inbox);
            BackgroundLoop monday = new BackgroundLoop(
                    "monday", new MondayRounds(sources, alerts.letters(), clock)::step, REMINDERS_EVERY, clock);
            shutdown.add("Monday's page", monday).start();
            readers.add(() -> List.of(monday.status()));
            openConsole(sources, certificates);
        }
    }

    private void openBounces(BounceRounds bounces) {
        BackgroundLoop loop = new BackgroundLoop(
                "bounces", bounces::step, config.alerts().bounces().interval(), clock);
        shutdown.add("bounces", loop).start();
        readers.add(() -> List.of(loop.status()));
    }

    private SheetLetters sheetLetters(Stores opened, Alerts alerts) {
        return new SheetLetters(
                opened.registry(),
                alerts.letters(),
                config.alerts().links().urls(config.http().publicUrl()).enterprises());
    }

    private ReturnDesk returns(Stores opened, Accounts accounts) {
        return new ReturnDesk(
                opened.books(),
                opened.registry(),
                accounts.energy(),
                opened.registry()::submitStatistics,
                config.returns(),
                clock);
    }

    private ClosingDesk closings(Stores opened, Accounts accounts) {
        return new ClosingDesk(
                opened.books(),
                opened.registry(),
                accounts.energy(),
                standings(accounts),
                returns(opened, accounts),
                opened.registry()::submitClosing,
                new OpenObjections(opened.books(), opened.registry(), clock),
                config.closing(),
                clock);
    }

    private Standings standings(Accounts accounts) {
        return new Standings(accounts.intensity(), config.accounting().progressLevels());
    }

    private static DoorInputs.Refusals refusals(Stores opened) {
        return new DoorInputs.Refusals(opened.deadLetters()::newestOf, opened.deadLetters()::newestOfStranger);
    }

    /** How far another process has read the log is not known here; its signs of life are taken as they are. */
    private Supplier<LivenessWindow> livenessWindow(Set<Role> roles, LiveReader live) {
        if (roles.contains(Role.ACCOUNTING)) {
            return live::livenessWindow;
        }
        Instant since = clock.instant();
        return () -> new LivenessWindow(since, clock.instant(), live.status().lag());
    }

    /** What another process has yet to book is not known here; its figures are judged as they come. */
    private static LongSupplier accountsLag(Set<Role> roles, Accounting accounting) {
        return roles.contains(Role.ACCOUNTING) ? () -> accounting.status().lag() : () -> 0;
    }

    /** Probes need a door to be sent through and readers to be followed by. */
    private boolean canaryRuns(Set<Role> roles) {
        return config.canary().enabled() && roles.containsAll(Set.of(Role.INGEST, Role.ACCOUNTING));
    }

    private void openAccounting(
            Stores opened, CanaryParts canaryParts, Accounts accounts, Accounting accounting, LiveReader live) {
        if (config.influx().enabled()) {
            List<SeriesSource> sources = new ArrayList<>(accounts.series(opened.registry(), clock));
            HealthSeries health = healthSeries();
            sources.add(health);
            InfluxWriter influx = shutdown.add(
                    "InfluxDB writer",
                    InfluxWriter.open(
                            config.influx(),
                            opened.log(),
                            opened.books(),
                            canaryParts.registry(),
                            LogIntake.READER,
                            sources,
                            accounting::followsRegistry,
                            clock));
            influx.start();
            influxReaders = influx::statuses;
            influxHolds = influx::held;
            List<GaugeSeries> gauges = new ArrayList<>(Accounts.gauges(opened.registry(), clock));
            gauges.add(health);
            BackgroundLoop marks = new BackgroundLoop(
                    "gauges", new GaugeMarks(opened.books(), gauges, clock)::step, GAUGES_EVERY, clock);
            shutdown.add("gauges", marks).start();
            readers.add(() -> List.of(marks.status()));
        } else {
            InfluxWriter.switchedOff(opened.books());
        }
        shutdown.add("live state", live).start();
        readers.add(() -> List.of(live.status()));
        shutdown.add("accounting", accounting).start();
        failingPoints = accounting::failing;
        readers.add(() -> List.of(accounting.status()));
        CompactionLoop compaction =
                shutdown.add("compaction", CompactionLoop.create(opened.books(), config.books(), clock));
        compaction.start();
        HourFoldLoop hours = shutdown.add(
                "hours",
                HourFoldLoop.create(opened.books(), hourTables(), config.books().hotDays(), clock));
        hours.start();
        readers.add(() -> List.of(compaction.status(), hours.status()));
    }

    /** Where the console runs in another process, that one knows the health, and no series of it is written. */
    private HealthSeries healthSeries() {
        return new HealthSeries(
                () -> {
                    Operations known = operations;
                    return known == null ? null : known.snapshot();
                },
                config.alerts().links().urls(config.http().publicUrl()).officers());
    }

    /** What is folded once its day has been closed for some days. */
    private static List<HourTable<?>> hourTables() {
        List<HourTable<?>> tables = new ArrayList<>(Accounting.hourTables());
        tables.addAll(Alerts.hourTables());
        return tables;
    }

    /** Where people and programs come in; what they did and looked at is kept there, and retired. */
    private Looks openAuditLog(Stores opened) {
        Looks looks = shutdown.add("looks", new Looks(opened.books(), clock)).start();
        SqlAuditLog log = new SqlAuditLog(opened.books(), clock);
        RetireLoop retiring = shutdown.add("audit log", new RetireLoop(log, looks, config.auditLog(), clock))
                .start();
        readers.add(() -> List.of(retiring.status()));
        return looks;
    }

    private MonitoredSystem monitored(
            Path data, Stores opened, Doors doors, Certificates certificates, EventLoopWatchdog eventLoops) {
        List<Exposure> exposures = Exposures.ofProcess(config);
        Findings findings = new Findings(opened.books());
        return new MonitoredSystem(
                Versions.here(),
                new MonitoredStores(
                        StoreFiles.of(data),
                        config.log(),
                        opened.log(),
                        opened.books(),
                        opened.deadLetters(),
                        opened.registry()),
                new MonitoredDoors(doors::own, doors::brokers, doors::intake),
                eventLoops,
                this::readers,
                certificates::statuses,
                opened.registry()::status,
                () -> failingPoints.get(),
                () -> findings.counts(clock.instant().minus(Findings.LATE)),
                () -> influxHolds.get(),
                () -> canary == null ? null : canary.status(),
                () -> httpTraffic.get(),
                exposures);
    }

    /** What invitations are sent with. */
    private Postbox postbox(Vertx vertx) {
        MailSettings mail = config.alerts().mail();
        return new Postbox(
                mail.host() == null ? null : shutdown.add("mail of the console", new MailChannel(vertx, mail)),
                config.alerts().links().urls(config.http().publicUrl()));
    }

    private ConsoleSources sources(
            Stores opened,
            DeviceHandOut handOut,
            Accounts accounts,
            Alerts alerts,
            Looks looks,
            HealthMonitor monitor,
            Postbox postbox,
            Packs packs,
            @Nullable Inbox inbox) {
        CleanProduction cleanProduction = CleanProductionParts.desks(config, opened, clock);
        Planning planned = Planning.over(
                opened.books(),
                opened.registry(),
                accounts.intensity(),
                accounts.energy(),
                CleanProductionParts.coverage(cleanProduction.audits()),
                sheetLetters(opened, alerts),
                clock);
        planning = planned;
        return new ConsoleSources(
                opened.registry(),
                new RegistryDocuments(
                        opened.registry().history(),
                        opened.registry(),
                        opened.registry().reviews(),
                        opened.registry(),
                        opened.registry()),
                accounts.energy(),
                accounts.intensity(),
                standings(accounts),
                accounts.discharge(),
                alerts.cases(),
                alerts.handling(),
                alerts.marks(),
                alerts.contacts(),
                alerts.channels(),
                alerts.receipts(),
                alerts.messages(),
                alerts.rules().books(),
                opened.deadLetters(),
                opened.deadLetters().quarantine(),
                opened.documents(),
                returns(opened, accounts),
                cleanProduction,
                new AcceptanceDesk(
                        opened.books(),
                        opened.registry(),
                        opened.registry().history(),
                        opened.documents(),
                        opened.registry()::submitAcceptance,
                        config.acceptance(),
                        clock),
                new SheetMappings(opened.books(), clock),
                handOut,
                closings(opened, accounts),
                planned,
                new Objections(opened, returns(opened, accounts), alerts, config, clock).desk(),
                new SqlObjectionMarks(opened.books()),
                opened.books(),
                opened.identities(),
                new SqlAuditLog(opened.books(), clock),
                looks,
                monitor,
                config.alerts().rules().standstill().rule(),
                postbox,
                packs,
                inbox);
    }

    private void openConsole(ConsoleSources sources, Certificates certificates) throws Exception {
        Console console = Console.create(config.http(), sources, clock);
        httpTraffic = console::traffic;
        shutdown.add("console", () -> Futures.await(console.close()));
        certificates.watch("http", console.identity());
        httpPort = Futures.await(console.start());
    }

    /**
     * The status of every reader, asked in the order in which data flow: accounts, alerts, the series of both. What one has
     * finished is pending at the next before that is asked, so no lag anywhere means that nothing is left to do.
     */
    private List<LoopStatus> readers() {
        List<LoopStatus> statuses = new ArrayList<>();
        readers.forEach(r -> statuses.addAll(r.get()));
        statuses.addAll(influxReaders.get());
        return statuses;
    }

    /** Tells people by another plan from now on, where nobody has changed the one that is shipped. */
    public void plan(String document, String by, String reason) {
        if (stores == null) {
            throw new IllegalStateException("the app is not open");
        }
        new Policies<>(new NoticePlanKind()).change(stores.books(), clock, document, 0, by, reason);
    }

    /** The registry as it is now. */
    public RegistrySource registry() {
        if (stores == null) {
            throw new IllegalStateException("the app is not open");
        }
        return stores.registry();
    }

    /** Plans and yearly sheets; only where the console is served by this process. */
    public Planning planning() {
        if (planning == null) {
            throw new IllegalStateException("the console is not open");
        }
        return planning;
    }

    /** The address of the console, whether this or another process serves it. */
    public String url() {
        String url = config.http().publicUrl();
        return config.http().port() == 0 ? (config.http().tls() ? "https" : "http") + "://localhost:" + httpPort : url;
    }

    @Override
    public void close() {
        shutdown.close();
    }
}
