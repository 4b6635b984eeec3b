package io.greenpark.dashboards.audit;

import io.greenpark.acceptance.AcceptanceConfig;
import io.greenpark.acceptance.desk.AcceptanceDesk;
import io.greenpark.access.account.Identities;
import io.greenpark.access.audit.Looks;
import io.greenpark.access.audit.SqlAuditLog;
import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.energy.BooksEnergyAccounts;
import io.greenpark.accounting.intensity.BooksIntensityAccounts;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.IntensityBooking;
import io.greenpark.accounting.intensity.Standings;
import io.greenpark.accounting.series.EnergySeries;
import io.greenpark.accounting.series.IntensitySeries;
import io.greenpark.accounting.work.IntensityWork;
import io.greenpark.accounting.work.IntensityWorkTable;
import io.greenpark.alerts.Alerts;
import io.greenpark.alerts.AlertsConfig;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.evaluation.DoorInputs;
import io.greenpark.alerts.evaluation.ReaderLag;
import io.greenpark.alerts.evaluation.RuleInputs;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.alerts.stopped.StopOrders;
import io.greenpark.cleanproduction.CleanProductionConfig;
import io.greenpark.cleanproduction.desk.CleanProduction;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.dashboards.console.Console;
import io.greenpark.dashboards.console.HttpConfig;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.greenpark.dashboards.fixture.SampleObjections;
import io.greenpark.dashboards.fixture.SampleOperations;
import io.greenpark.dashboards.fixture.SampleQuarantine;
import io.greenpark.dashboards.fixture.SampleRefusals;
import io.greenpark.dashboards.pack.PackConfig;
import io.greenpark.dashboards.pack.Packs;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.source.DeviceHandOut;
import io.greenpark.dashboards.source.Postbox;
import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.objection.desk.SqlObjectionMarks;
import io.greenpark.park.Await;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.live.StandstillRule;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.plan.desk.Planning;
import io.greenpark.plan.desk.SheetNews;
import io.greenpark.plan.value.CleanCoverage;
import io.greenpark.registry.credential.CredentialRenewal;
import io.greenpark.registry.document.DocumentWriter;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.edit.Editor;
import io.greenpark.registry.edit.ReviewDesk;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.registry.history.RegistryStore.ChangeNote;
import io.greenpark.registry.history.RegistryStore.Content;
import io.greenpark.returns.ReturnsConfig;
import io.greenpark.returns.closing.ClosingConfig;
import io.greenpark.returns.closing.ClosingDesk;
import io.greenpark.returns.closing.OtherMatters;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.sheets.mapping.SheetMappings;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.Mark;
import io.greenpark.store.document.DocumentConfig;
import io.greenpark.store.document.FolderDocumentStore;
import io.greenpark.store.live.LivenessWindow;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSource;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The district's books, its rules, its console and its series, all real but for the readings: energy is booked by months. */
final class AuditedInstallation implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-10T04:00:00Z"), ZoneOffset.UTC);
    private static final Set<ReviewedMatter> REVIEWED = Set.of(ReviewedMatter.values());

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AuditDistrict district;
    private final RegistrySource registry;
    private final Disclosures disclosures;
    private final Books books;
    private final Identities identities;
    private final BooksIntensityAccounts intensity;
    private final Alerts alerts;
    private final Console console;
    private final int port;

    AuditedInstallation(Path dir, AuditDistrict district, Disclosures disclosures) throws Exception {
        this.district = district;
        this.registry = RegistrySource.fixed(district.registry());
        this.disclosures = disclosures;
        this.books = BooksKind.SQLITE.fresh(dir).open(CLOCK);
        this.identities = SampleCredentials.open(dir, books, CLOCK);
        this.intensity = new BooksIntensityAccounts(books, registry, disclosures, CLOCK);
        this.alerts = Alerts.create(
                books,
                new RuleInputs(
                        registry,
                        new BooksDischargeAccounts(books, registry),
                        intensity,
                        new BooksEnergyAccounts(books, registry),
                        disclosures,
                        new ReaderLag(() -> new LivenessWindow(CLOCK.instant(), CLOCK.instant(), 0), () -> 0),
                        DoorInputs.NONE,
                        StopOrders.NONE),
                Maintainers.NONE,
                AlertsConfig.from(Settings.ofTexts(Map.of()), new Problems()),
                false,
                "http://127.0.0.1",
                new byte[32],
                CaseRemarks.NONE,
                vertx,
                CLOCK);
        book();
        alerts.start();
        Await.until(
                "all is judged",
                () -> alerts.status().stream().mapToLong(LoopStatus::lag).sum() == 0);
        this.console = Console.create(config(), sources(dir), CLOCK);
        this.port = console.start().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static HttpConfig config() {
        return SampleConsole.config(0, false, HttpConfig.MetricsAccess.LOOPBACK);
    }

    private ConsoleSources sources(Path dir) {
        RegistryStore store = history();
        DocumentStore attachments = FolderDocumentStore.open(dir, DocumentConfig.defaults(), books, CLOCK);
        RegistryDocuments told = new RegistryDocuments(
                store,
                request -> tryOut(store, request),
                new ReviewDesk(books, store, REVIEWED, new Object(), (request, alongside) -> nothing(), CLOCK),
                new UnreadFiles(),
                registry);
        ReturnDesk returns = new ReturnDesk(
                books,
                registry,
                new BooksEnergyAccounts(books, registry),
                (request, alongside) -> nothing(),
                ReturnsConfig.defaults(),
                CLOCK);
        return new ConsoleSources(
                registry,
                told,
                new BooksEnergyAccounts(books, registry),
                intensity,
                new Standings(intensity, ProgressLevel.Thresholds.defaults()),
                new BooksDischargeAccounts(books, registry),
                alerts.cases(),
                alerts.handling(),
                alerts.marks(),
                alerts.contacts(),
                alerts.channels(),
                alerts.receipts(),
                alerts.messages(),
                alerts.rules().books(),
                new SampleRefusals(CLOCK),
                new SampleQuarantine(CLOCK),
                attachments,
                returns,
                CleanProduction.of(books, registry, CleanProductionConfig.defaults(), CLOCK),
                new AcceptanceDesk(
                        books,
                        registry,
                        store,
                        attachments,
                        (request, alongside) -> nothing(),
                        AcceptanceConfig.defaults(),
                        CLOCK),
                new SheetMappings(books, CLOCK),
                new DeviceHandOut(
                        new CredentialRenewal() {
                            @Override
                            public <T> T renew(Collection<Principal> owners, Function<Renewed, T> answer) {
                                throw new UnsupportedOperationException("no device is set up here");
                            }
                        },
                        Path.of("none")),
                closings(),
                Planning.over(
                        books,
                        registry,
                        intensity,
                        new BooksEnergyAccounts(books, registry),
                        CleanCoverage.NONE,
                        SheetNews.NONE,
                        CLOCK),
                SampleObjections.desk(
                        new SampleObjections.Ground(books, registry, told, alerts.cases(), returns),
                        List.of(),
                        new LinksConfig.Urls("http://127.0.0.1", "http://127.0.0.1"),
                        CLOCK),
                new SqlObjectionMarks(books),
                books,
                identities,
                new SqlAuditLog(books, CLOCK),
                new Looks(books, CLOCK),
                new SampleOperations(CLOCK, List.of(), List.of(), List.of()),
                StandstillRule.standard(),
                Postbox.none("http://127.0.0.1"),
                Packs.open(dir, PackConfig.defaults(), CLOCK),
                null);
    }

    private ClosingDesk closings() {
        BooksEnergyAccounts energy = new BooksEnergyAccounts(books, registry);
        return new ClosingDesk(
                books,
                registry,
                energy,
                new Standings(intensity, ProgressLevel.Thresholds.defaults()),
                new ReturnDesk(
                        books, registry, energy, (request, alongside) -> nothing(), ReturnsConfig.defaults(), CLOCK),
                (closed, by, seen, alongside) -> nothing(),
                OtherMatters.NONE,
                ClosingConfig.defaults(),
                CLOCK);
    }

    /** The registry as documents, told in one change. */
    private RegistryStore history() {
        RegistryStore store = new RegistryStore(books);
        Map<DocumentKey, Optional<PlacedDocument>> documents = new HashMap<>();
        DocumentWriter.write(registry.current())
                .forEach((key, document) -> documents.put(key, Optional.of(new PlacedDocument(document, 1))));
        store.append(
                new ChangeNote("audit", RegistryHistory.Source.API, "the district", null),
                new Content(documents, Map.of()),
                CLOCK);
        return store;
    }

    /** An audit leaves the district as it is, so it only tries edits out. */
    private EditResult tryOut(RegistryStore store, EditRequest request) {
        return request.dryRun()
                ? new Editor(store, registry.current(), store.newest(), REVIEWED, false, Duration.ofDays(2), CLOCK)
                        .submit(request)
                        .result()
                : nothing();
    }

    private static <T> T nothing() {
        throw new UnsupportedOperationException("an audit only asks");
    }

    /** Of documents that no files told. */
    private static final class UnreadFiles implements RegistryFiles {
        @Override
        public FilesStatus status() {
            return new FilesStatus(
                    State.IN_FORCE, CLOCK.instant(), List.of(), Map.of(), Map.of(), null, List.of(), null);
        }

        @Override
        public FilesStatus reload(ReloadRequest request) {
            return nothing();
        }
    }

    private void book() {
        books.write(tx -> {
            for (String enterprise : district.enterprises()) {
                for (YearMonth m = YearMonth.of(2024, 1); m.getYear() < 2026; m = m.plusMonths(1)) {
                    if (district.metered(enterprise, m)) {
                        long start = AuditDistrict.TIME.startOf(m).toEpochMilli();
                        long end = AuditDistrict.TIME.startOf(m.plusMonths(1)).toEpochMilli();
                        tx.handle()
                                .execute(
                                        "INSERT INTO energy_month (enterprise, carrier, start_ms, amount, covered_ms,"
                                                + " estimated, corrected) VALUES (?, 'ELECTRICITY', ?, ?, ?, 0, 0)",
                                        enterprise,
                                        start,
                                        district.wattHours(enterprise, m),
                                        end - start);
                    }
                }
                long first = AuditDistrict.TIME.startOf(YearMonth.of(2024, 1)).toEpochMilli();
                IntensityWorkTable.note(tx.handle(), IntensityWork.withAreas(enterprise), first);
            }
            return true;
        });
        new IntensityBooking(books, CLOCK).book(registry.current(), tx -> {});
    }

    /** What anybody with the rights of an officer is answered. */
    String answer(String path) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** What would become of an edit of a statistic's value added. */
    String tried(String enterprise, YearMonth month, String valueAdded) throws Exception {
        String edit = "{\"kind\": \"statistic\", \"id\": \"" + enterprise + ":" + month
                + "\", \"verb\": \"patch\", \"document\": {\"ivaCny\": \"" + valueAdded + "\"}}";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/registry/changes?dryRun=true"))
                .header("Authorization", "Bearer " + SampleCredentials.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"reason\": \"a guess\", \"edits\": [" + edit + "]}"))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** What every reader reads. */
    IntensityAccounts intensity() {
        return intensity;
    }

    /** Every point of the series that energy and statistics are in, as they are written to InfluxDB. */
    List<SeriesPoint> series() {
        List<SeriesSource> sources = new ArrayList<>(Alerts.series(registry, disclosures, CaseRemarks.NONE));
        sources.add(new EnergySeries(registry));
        sources.add(new IntensitySeries(registry, disclosures, CLOCK));
        return books.read(handle -> {
            List<SeriesPoint> points = new ArrayList<>();
            for (SeriesSource source : sources) {
                for (Mark.Kind kind : source.kinds()) {
                    for (String subject : source.subjects(handle, kind)) {
                        points.addAll(source.points(
                                handle,
                                source.periods(handle, kind, subject, Long.MIN_VALUE, 1_000).stream()
                                        .map(start -> new Mark(kind, subject, start, 0))
                                        .toList()));
                    }
                }
            }
            return points;
        });
    }

    @Override
    public void close() throws Exception {
        console.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        alerts.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        books.close();
    }
}
