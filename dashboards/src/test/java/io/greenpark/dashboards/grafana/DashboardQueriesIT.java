package io.greenpark.dashboards.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.series.LimitSeries;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.Await;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.Mark;
import io.greenpark.store.influx.InfluxConfig;
import io.greenpark.store.influx.InfluxServer;
import io.greenpark.store.influx.InfluxWriter;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs every query of every panel against a real InfluxDB that the writer filled. */
class DashboardQueriesIT {
    private static final String DATABASE = "greenpark";
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 3;
    private static final Registry REGISTRY = SampleDistrict.registry();

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private InfluxServer server;

    @BeforeEach
    void fill() {
        server = InfluxServer.open();
        RegistrySource registry = RegistrySource.fixed(REGISTRY);
        Clock clock = Clock.systemUTC();
        try (SqliteTelemetryLog log =
                        SqliteTelemetryLog.open(fixture.folder().resolve("log"), LogConfig.defaults(), clock);
                InfluxWriter writer = InfluxWriter.open(
                                InfluxConfig.to(server.url()),
                                log,
                                fixture.books(),
                                registry,
                                List.of(new SampleSeries(registry), new LimitSeries(registry)),
                                clock)
                        .start()) {
            log.append(readings()).toCompletableFuture().join();
            mark();
            Await.until("everything is written", () -> writer.statuses().stream()
                    .allMatch(s -> s.lag() == 0 && s.failure() == null));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        Instant start = ParkTime.shanghai().startOf(FIRST);
        for (Point p : REGISTRY.facts().points()) {
            for (int hour = 0; hour < 24 * DAYS; hour++) {
                long time = start.plus(Duration.ofHours(hour)).toEpochMilli();
                readings.add(new Reading(
                        p.enterpriseId(),
                        p.deviceId(),
                        p.key(),
                        p.id(),
                        hour,
                        p.currentFacts().unit(),
                        Flag.NORMAL,
                        time,
                        time,
                        Door.MQTT));
            }
        }
        return readings;
    }

    private void mark() {
        fixture.books().<Boolean, RuntimeException>write(tx -> {
            for (int day = 0; day < DAYS; day++) {
                long start = ParkTime.shanghai().startOf(FIRST.plusDays(day)).toEpochMilli();
                for (var e : REGISTRY.facts().enterprises()) {
                    tx.marks().mark(Mark.Kind.ENERGY_HOUR, e.id(), start);
                    tx.marks().mark(Mark.Kind.ENERGY_DAY, e.id(), start);
                    tx.marks().mark(Mark.Kind.INTENSITY_MONTH, e.id(), start);
                }
                for (Point p : REGISTRY.facts().points()) {
                    if (p.outletId() != null) {
                        tx.marks().mark(Mark.Kind.DISCHARGE_HOUR, p.id(), start);
                        tx.marks().mark(Mark.Kind.DISCHARGE_DAY, p.id(), start);
                        tx.marks().mark(Mark.Kind.LIMIT, p.id(), start);
                        tx.marks().mark(Mark.Kind.ALERT, p.id(), start);
                    }
                }
            }
            return true;
        });
    }

    /** The query as Grafana sends it, for the filled days and these choices. */
    private static String filledIn(String query, Map<String, String> choices) {
        long from = ParkTime.shanghai().startOf(FIRST).toEpochMilli();
        long to = ParkTime.shanghai().startOf(FIRST.plusDays(DAYS)).toEpochMilli();
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
        for (Variable variable : dashboard.variables()) {
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

    @Test
    void every_panel_of_every_dashboard_returns_data() {
        for (Dashboard dashboard : GrafanaFiles.dashboards()) {
            List<Map<String, String>> choices = choices(dashboard);
            assertThat(choices).as("choices of " + dashboard.uid()).isNotEmpty();
            for (Panel panel : dashboard.panels()) {
                for (Target target : panel.targets()) {
                    assertThat(choices)
                            .as(dashboard.uid() + ", \"" + panel.titleEn() + "\": "
                                    + target.query().text())
                            .anySatisfy(choice -> assertThat(server.rows(
                                            DATABASE, filledIn(target.query().text(), choice)))
                                    .isNotEmpty());
                }
            }
        }
    }

    @Test
    void an_outlet_point_shows_its_own_means_and_limits_only() {
        Dashboard outlets = OutletDashboard.dashboard();
        Point nox = REGISTRY.facts().points().stream()
                .filter(p -> p.quantity().equals("nox"))
                .findFirst()
                .orElseThrow();
        Map<String, String> choice = Map.of("enterprise", nox.enterpriseId(), "point", nox.id());
        List<Target> hours = outlets.panels().get(0).targets();
        assertThat(server.rows(DATABASE, filledIn(hours.get(0).query().text(), choice)))
                .hasSize(DAYS);
        double limit = REGISTRY.limitsAt(nox.id(), ParkTime.shanghai().startOf(FIRST))
                .get(0)
                .upper()
                .doubleValue();
        assertThat(server.rows(DATABASE, filledIn(hours.get(1).query().text(), choice)))
                .hasSize(2 * DAYS)
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(limit));
    }
}
