package io.greenpark.dashboards.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.Accounting;
import io.greenpark.accounting.AccountingConfig;
import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.energy.BooksEnergyAccounts;
import io.greenpark.accounting.intensity.BooksIntensityAccounts;
import io.greenpark.accounting.series.DischargeSeries;
import io.greenpark.accounting.series.EnergySeries;
import io.greenpark.accounting.series.IntensitySeries;
import io.greenpark.alerts.Alerts;
import io.greenpark.alerts.AlertsConfig;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.evaluation.DoorInputs;
import io.greenpark.alerts.evaluation.ReaderLag;
import io.greenpark.alerts.evaluation.RuleInputs;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.alerts.series.CaseCountSeries;
import io.greenpark.alerts.stopped.StopOrders;
import io.greenpark.cleanproduction.desk.ListDesk;
import io.greenpark.cleanproduction.list.ListDraft;
import io.greenpark.cleanproduction.list.ListEdition.Verdict;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.cleanproduction.series.CoverageSeries;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.dashboards.fixture.SampleOperations;
import io.greenpark.influx.InfluxConfig;
import io.greenpark.influx.InfluxServer;
import io.greenpark.influx.InfluxWriter;
import io.greenpark.objection.desk.ObjectionSeries;
import io.greenpark.objection.form.Thing;
import io.greenpark.operations.series.HealthSeries;
import io.greenpark.park.Await;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.SqliteBooks;
import io.greenpark.store.live.LivenessWindow;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.series.GaugeMarks;
import io.greenpark.store.series.GaugeSeries;
import io.greenpark.store.series.SeriesSource;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs every query of every panel against a real InfluxDB, filled by readings through the whole path. */
class DashboardQueriesIT {
    private static final String DATABASE = "greenpark";
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final int DAYS = 3;
    private static final Set<String> ANALYSED = Set.of("xinghua-brick", "jinlong-plating");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-20T00:00:00Z"), ZoneOffset.UTC);
    private static final Disclosures DISCLOSURES = Disclosures.standard();
    private static final Registry REGISTRY = SampleDistrict.registry();

    @TempDir
    static Path folder;

    private static InfluxServer server;

    @BeforeAll
    static void fill() {
        server = InfluxServer.open();
        Vertx vertx = Vertx.vertx();
        try (Books books = SqliteBooks.open(folder.resolve("books.db"), BooksConfig.defaults(), NOW)) {
            fill(books, vertx);
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static void fill(Books books, Vertx vertx) {
        RegistrySource registry = RegistrySource.fixed(REGISTRY);
        BooksDischargeAccounts discharge = new BooksDischargeAccounts(books, registry);
        List<GaugeSeries> gauges = gauges(registry);
        listEnterprises(books, registry);
        object(books, 1, "ENERGY", "xinghua-brick");
        object(books, 2, "MEAN", Thing.meanId("xinghua-brick.stack-1.nox", Step.HOUR));
        BooksIntensityAccounts intensity = new BooksIntensityAccounts(books, registry, DISCLOSURES, NOW);
        try (SqliteTelemetryLog log = SqliteTelemetryLog.open(folder.resolve("log"), LogConfig.defaults(), NOW);
                InfluxWriter writer = InfluxWriter.open(
                        InfluxConfig.to(server.url()),
                        log,
                        books,
                        registry,
                        "accounting",
                        sources(registry, gauges),
                        () -> true,
                        NOW);
                Accounting accounting = Accounting.create(log, books, registry, AccountingConfig.defaults(), NOW);
                Alerts alerts = Alerts.create(
                        books,
                        new RuleInputs(
                                registry,
                                discharge,
                                intensity,
                                new BooksEnergyAccounts(books, registry),
                                DISCLOSURES,
                                new ReaderLag(
                                        () -> new LivenessWindow(NOW.instant(), NOW.instant(), 0),
                                        () -> accounting.status().lag()),
                                DoorInputs.NONE,
                                StopOrders.NONE),
                        Maintainers.NONE,
                        AlertsConfig.from(Settings.ofTexts(Map.of()), new Problems()),
                        false,
                        "http://127.0.0.1",
                        new byte[32],
                        CaseRemarks.NONE,
                        vertx,
                        NOW)) {
            log.append(readings()).toCompletableFuture().join();
            writer.start();
            accounting.start();
            alerts.start();
            Await.until(
                    "all is booked, judged and written",
                    Duration.ofMinutes(6),
                    () -> done(accounting.status())
                            && judged(alerts)
                            && writer.statuses().stream().allMatch(DashboardQueriesIT::done));
            new GaugeMarks(books, gauges, NOW).step();
            Await.until("what the clock marks is written", Duration.ofMinutes(6), () -> writer.statuses().stream()
                    .allMatch(DashboardQueriesIT::done));
        }
    }

    /** Everybody is on the approved list. */
    private static void listEnterprises(Books books, RegistrySource registry) {
        ListDesk desk = new ListDesk(books, registry, NOW);
        LocalDate approved = FIRST.minusMonths(1);
        Set<String> all =
                REGISTRY.facts().enterprises().stream().map(Enterprise::id).collect(Collectors.toSet());
        Paper paper = new Paper("区环〔2026〕1号", "区生态环境局", null);
        ListDraft draft = new ListDraft(paper, approved, approved, "首批", null, all, Map.of());
        long number = desk.propose(draft, FIRST, "a", "a").edition().number();
        desk.decide(number, Verdict.APPROVED, null, "b", "b");
    }

    /** An enterprise objects to what is known of the first day. */
    private static void object(Books books, int ordinal, String kind, String thing) {
        long from = ParkTime.shanghai().startOf(FIRST).toEpochMilli();
        books.write(tx -> {
            tx.handle()
                    .execute(
                            "INSERT INTO objection (number, year, ordinal, version, enterprise, kind, thing, from_ms, to_ms, name_zh,"
                                    + " name_en, reason, filed_ms, filed_by, due_ms, state)"
                                    + " VALUES (?, 2026, ?, 1, 'xinghua-brick', ?, ?, ?, ?, '数值', 'figure', 'r', ?, 'a', ?, 'OPEN')",
                            "YY-2026-000" + ordinal,
                            ordinal,
                            kind,
                            thing,
                            from,
                            from + Duration.ofDays(1).toMillis(),
                            from,
                            from);
            return true;
        });
    }

    private static List<GaugeSeries> gauges(RegistrySource registry) {
        SampleOperations operations =
                new SampleOperations(NOW, List.of(new LoopStatus("accounting", 3, null, null)), List.of(), List.of());
        return List.of(
                new CaseCountSeries(registry, NOW),
                new CoverageSeries(registry, NOW),
                new HealthSeries(operations::snapshot, "http://127.0.0.1:8080"));
    }

    private static List<SeriesSource> sources(RegistrySource registry, List<GaugeSeries> gauges) {
        List<SeriesSource> sources = new ArrayList<>(Alerts.series(registry, DISCLOSURES, CaseRemarks.NONE));
        sources.add(new EnergySeries(registry));
        sources.add(new IntensitySeries(registry, DISCLOSURES, NOW));
        sources.add(new DischargeSeries(registry));
        sources.add(new ObjectionSeries(registry));
        sources.addAll(gauges);
        return sources;
    }

    /** Digests wait for the morning. */
    private static boolean judged(Alerts alerts) {
        return alerts.status().stream()
                .filter(loop -> !loop.name().equals("notices"))
                .allMatch(DashboardQueriesIT::done);
    }

    private static boolean done(LoopStatus status) {
        return status.lag() == 0 && status.failure() == null;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Registers every hour, a year earlier too, so that areas have intensities; analysers every quarter of an hour, above limits. */
    private static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (Point p : REGISTRY.facts().points()) {
            // January is told of with February.
            if (p.outletId() == null) {
                add(readings, p, FIRST.minusYears(1).minusMonths(1), 0);
                add(readings, p, FIRST.minusYears(1), 500);
                add(readings, p, FIRST.minusMonths(1), 1_000);
                add(readings, p, FIRST, 1_500);
            } else if (ANALYSED.contains(p.enterpriseId())) {
                add(readings, p, FIRST, 0);
            }
            // Its last day ended so lately that people are told.
            if (p.outletId() != null && p.enterpriseId().equals("jinlong-plating")) {
                add(readings, p, ParkTime.shanghai().dayOf(NOW.instant()).minusDays(DAYS), 0);
            }
        }
        return readings;
    }

    private static void add(List<Reading> readings, Point p, LocalDate first, int registerBefore) {
        boolean meter = p.outletId() == null;
        Instant start = ParkTime.shanghai().startOf(first);
        for (int quarter = 0; quarter < 96 * DAYS; quarter += meter ? 4 : 1) {
            double value = meter ? registerBefore + quarter : 120 + quarter % 4;
            readings.add(reading(p, start.plus(Duration.ofMinutes(15L * quarter)), value));
        }
    }

    private static Reading reading(Point p, Instant at, double value) {
        long ms = at.toEpochMilli();
        return new Reading(
                p.enterpriseId(),
                p.deviceId(),
                p.key(),
                p.id(),
                value,
                p.currentFacts().unit(),
                Flag.NORMAL,
                ms,
                ms,
                Door.MQTT);
    }

    /** The query as Grafana sends it, from the first day until now, for these choices. */
    private static String filledIn(String query, Map<String, String> choices) {
        long from = ParkTime.shanghai().startOf(FIRST).toEpochMilli();
        long to = NOW.millis() + 1;
        String text = query.replace("$timeFilter", "time >= " + from + "ms AND time < " + to + "ms")
                .replace("$__interval", "1h");
        for (Map.Entry<String, String> choice : choices.entrySet()) {
            text = text.replace(
                    "${" + choice.getKey() + ":regex}",
                    choice.getValue().replace("/", "\\/").replace(".", "\\."));
        }
        assertThat(text).as("every variable is known").doesNotContain("${", "$__", "$t");
        return text;
    }

    private List<String> values(Variable variable, Map<String, String> choices) {
        return server.rows(DATABASE, filledIn(variable.query(), choices)).stream()
                .map(row -> row.get(1).toString())
                .toList();
    }

    /** Every combination of choices the variables offer. */
    private List<Map<String, String>> choices(Dashboard dashboard) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Variable variable : dashboard.allVariables()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> before : all) {
                for (String value : values(variable, before)) {
                    Map<String, String> choice = new HashMap<>(before);
                    choice.put(variable.name(), value);
                    longer.add(choice);
                }
            }
            all = longer;
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_panel_returns_data(Language language) {
        SoftAssertions all = new SoftAssertions();
        for (Dashboard dashboard : GrafanaFiles.dashboards()) {
            List<Map<String, String>> choices = choices(dashboard);
            assertThat(choices).as("choices of " + dashboard.id()).isNotEmpty();
            for (Panel panel : dashboard.panels()) {
                for (PanelQuery query : panel.queries()) {
                    String text = query.influxQl(language).text();
                    all.assertThat(choices.stream().anyMatch(choice -> !server.rows(DATABASE, filledIn(text, choice))
                                    .isEmpty()))
                            .as(dashboard.id() + ", \"" + panel.title().en() + "\": " + text)
                            .isTrue();
                }
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void cases_and_objections_are_marked_with_number_state_and_title(Language language) {
        for (Dashboard dashboard : GrafanaFiles.dashboards()) {
            for (Annotation annotation : dashboard.annotations()) {
                String text = annotation.influxQl(language).text();
                List<List<Object>> rows = choices(dashboard).stream()
                        .flatMap(choice -> server.rows(DATABASE, filledIn(text, choice)).stream())
                        .toList();
                // None has ended here.
                if (!annotation.until().isEmpty()) {
                    assertThat(rows)
                            .as(text)
                            .isNotEmpty()
                            .anySatisfy(
                                    row -> assertThat(row.get(1).toString())
                                            .matches(
                                                    "YJ-2026-\\d{4} (蓝色|黄色|橙色|红色|Blue|Yellow|Orange|Red) .+|(数值|figure).+YY-2026-\\d{4}"));
                }
            }
        }
    }

    @Test
    void counts_of_cases_are_those_of_the_cases_people_were_told_of() {
        List<List<Object>> open = server.rows(
                DATABASE, "SELECT \"number\" FROM \"alert_case\" WHERE \"open\" = true AND \"trial\" = false");
        assertThat(open).isNotEmpty();
        assertThat(server.rows(DATABASE, "SELECT last(\"open\") FROM \"case_hour\" WHERE \"district\" = 'jindong'"))
                .singleElement()
                .satisfies(row -> assertThat(((Number) row.get(1)).intValue()).isEqualTo(open.size()));
    }

    @Test
    void links_lead_to_where_the_console_is() {
        assertThat(values(Variable.console(), Map.of())).containsExactly("http://127.0.0.1:8080");
    }

    @Test
    void a_point_shows_only_its_own_means_and_limits() {
        Dashboard outlets = OutletDashboard.dashboard();
        Point nox = REGISTRY.facts().points().stream()
                .filter(p -> p.id().equals("xinghua-brick.stack-1.nox"))
                .findFirst()
                .orElseThrow();
        Map<String, String> choice = Map.of("enterprise", nox.enterpriseId(), "point", nox.id());
        List<PanelQuery> hours = outlets.panels().get(0).queries();
        assertThat(server.rows(
                        DATABASE, filledIn(hours.get(0).influxQl(Language.EN).text(), choice)))
                .as("of every hour, and of none that nothing was sent in")
                .hasSize(24 * DAYS);
        double limit = REGISTRY.limitsAt(nox.id(), ParkTime.shanghai().startOf(FIRST))
                .get(0)
                .upper()
                .doubleValue();
        assertThat(server.rows(
                        DATABASE, filledIn(hours.get(1).influxQl(Language.EN).text(), choice)))
                .hasSize(2 * DAYS)
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(limit));
    }
}
