package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.influx.WithheldPoints.Finding;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an earlier version wrote is found and removed in a real InfluxDB. */
class WithheldPointsIT {
    private static final long JANUARY = 1_735_660_800_000L;
    private static final long FEBRUARY = 1_738_339_200_000L;
    private static InfluxServer server;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private String database;
    private boolean interrupted;

    @BeforeAll
    static void startServer() {
        server = InfluxServer.open();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    /** As an earlier version filled it: value added of two enterprises, and the figure of a case. */
    @BeforeEach
    void fill(TestInfo test) {
        database = test.getTestMethod().orElseThrow().getName();
        try (LineClient client = new LineClient(config(), Clock.systemUTC())) {
            for (String enterprise : List.of("mill", "o'kiln", "gone")) {
                for (long month : List.of(JANUARY, FEBRUARY)) {
                    Answer answer = client.write(
                            "intensity_month,enterprise=" + enterprise + ",park=east iva_cny=2000000,tce=1.5,"
                                    + "tce_per_10k_cny=0.0075,status=\"FINAL\" " + month + "\n"
                                    + "alert,case=c-1,rule=energy-decline-behind figure=-1.2,limit=-5 "
                                    + (month + 7) + "\n");
                    assertThat(answer).isEqualTo(Answer.OK);
                }
            }
        }
    }

    private InfluxConfig config() {
        return InfluxConfig.to(server.url()).withDatabase(database);
    }

    /** What may be told now: of the mill its intensity, of the kiln its energy, of the enterprise that is gone nothing. */
    private static SeriesSource figures() {
        return new SeriesSource() {
            @Override
            public Set<Mark.Kind> kinds() {
                return Set.of(Mark.Kind.INTENSITY_MONTH);
            }

            @Override
            public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
                return marks.stream()
                        .filter(m -> !m.subject().equals("gone"))
                        .map(m -> {
                            Map<String, Object> fields = new TreeMap<>(Map.of("tce", 1.5, "status", "FINAL"));
                            if (m.subject().equals("mill")) {
                                fields.put("tce_per_10k_cny", 0.0075);
                            }
                            return new SeriesPoint(
                                    "intensity_month",
                                    Map.of("enterprise", m.subject(), "park", "east"),
                                    fields,
                                    m.startMs());
                        })
                        .toList();
            }

            @Override
            public List<String> subjects(Handle handle, Mark.Kind kind) {
                return List.of("mill", "o'kiln");
            }

            @Override
            public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
                return List.of(JANUARY, FEBRUARY).stream()
                        .filter(start -> start > afterMs)
                        .toList();
            }
        };
    }

    private static SeriesSource cases() {
        return new SeriesSource() {
            @Override
            public Set<Mark.Kind> kinds() {
                return Set.of(Mark.Kind.ALERT);
            }

            @Override
            public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
                return List.of(JANUARY, FEBRUARY).stream()
                        .map(start -> new SeriesPoint(
                                "alert",
                                Map.of("case", "c-1", "rule", "energy-decline-behind"),
                                Map.of("limit", -5.0),
                                start + 7))
                        .toList();
            }

            @Override
            public List<String> subjects(Handle handle, Mark.Kind kind) {
                return List.of("c-1");
            }

            @Override
            public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
                return afterMs < 0 ? List.of(0L) : List.of();
            }
        };
    }

    private WithheldPoints withheld() {
        WithheldPoints.Reader reader = new WithheldPoints.Reader() {
            @Override
            public <T> T read(Function<Handle, T> work) {
                return fixture.books().read(handle -> {
                    T result = work.apply(handle);
                    if (interrupted && result instanceof List<?> list && list.contains("o'kiln")) {
                        throw new IllegalStateException("killed after the deleting");
                    }
                    return result;
                });
            }
        };
        return new WithheldPoints(config(), List.of(figures(), cases()), reader, Clock.systemUTC());
    }

    private long count(String field, String measurement) {
        return (long) server.number(database, "SELECT COUNT(\"" + field + "\") FROM \"" + measurement + "\"");
    }

    private void assertGone() {
        assertThat(count("iva_cny", "intensity_month")).isZero();
        assertThat(count("figure", "alert")).isZero();
        assertThat(server.rows(database, "SELECT tce_per_10k_cny FROM intensity_month WHERE enterprise <> 'mill'"))
                .isEmpty();
        assertThat(count("tce_per_10k_cny", "intensity_month")).isEqualTo(2);
        assertThat(count("tce", "intensity_month")).isEqualTo(4);
        assertThat(count("limit", "alert")).isEqualTo(2);
        try (WithheldPoints withheld = withheld()) {
            assertThat(withheld.find()).isEmpty();
        }
    }

    @Test
    void what_may_not_be_there_is_named_by_enterprise_months_and_fields() {
        try (WithheldPoints withheld = withheld()) {
            assertThat(withheld.find())
                    .extracting(
                            f -> f.series().measurement() + " " + f.subject() + " " + f.fields() + " " + f.timesMs())
                    .containsExactly(
                            "intensity_month gone [iva_cny, tce_per_10k_cny] [" + JANUARY + ", " + FEBRUARY + "]",
                            "intensity_month mill [iva_cny] [" + JANUARY + ", " + FEBRUARY + "]",
                            "intensity_month o'kiln [iva_cny, tce_per_10k_cny] [" + JANUARY + ", " + FEBRUARY + "]",
                            "alert c-1 [figure] [" + (JANUARY + 7) + ", " + (FEBRUARY + 7) + "]");
        }
        assertThat(count("iva_cny", "intensity_month")).as("only listed").isEqualTo(6);
    }

    @Test
    void removing_takes_the_fields_out_and_leaves_the_others() {
        try (WithheldPoints withheld = withheld()) {
            withheld.remove(withheld.find());
        }
        assertGone();
    }

    @Test
    void killed_after_the_deleting_it_is_made_good_by_the_same_command() {
        try (WithheldPoints withheld = withheld()) {
            List<Finding> findings = withheld.find();
            interrupted = true;
            assertThatThrownBy(() -> withheld.remove(findings)).hasMessageContaining("killed");
        }
        assertThat(count("tce", "intensity_month")).isZero();
        interrupted = false;
        try (WithheldPoints withheld = withheld()) {
            withheld.remove(withheld.find());
        }
        assertGone();
    }

    @Test
    void a_server_that_is_away_is_told_in_words() {
        InfluxConfig away = InfluxConfig.to("http://127.0.0.1:1");
        WithheldPoints.Reader reader = new WithheldPoints.Reader() {
            @Override
            public <T> T read(Function<Handle, T> work) {
                return fixture.books().read(work::apply);
            }
        };
        try (WithheldPoints withheld =
                new WithheldPoints(away, List.of(figures(), cases()), reader, Clock.systemUTC())) {
            assertThatThrownBy(withheld::find)
                    .isInstanceOf(RefusedStatementException.class)
                    .hasMessageContaining("127.0.0.1:1");
        }
    }

    private static final RegistryChange USE =
            new RegistryChange(2, Set.of(new DocumentKey(DocumentKind.STATISTIC, "mill:2025-01")));
    private final AtomicLong nanos = new AtomicLong();

    private WithheldSweep sweep(InfluxConfig to, boolean holdsBack) {
        WithheldPoints points = new WithheldPoints(
                to, List.of(figures(), cases()), WithheldPoints.Reader.of(fixture.books()), Clock.systemUTC());
        return new WithheldSweep(points, fixture.books(), () -> holdsBack, Clock.systemUTC(), nanos::get);
    }

    private void subscribe() {
        fixture.books().<Boolean, RuntimeException>write(tx -> {
            tx.marks().subscribe("influx", Set.of(Mark.Kind.INTENSITY_MONTH, Mark.Kind.ALERT));
            return true;
        });
    }

    private List<String> marked() {
        return fixture
                .books()
                .<List<Mark>, RuntimeException>read(handle -> fixture.books()
                        .ports(handle)
                        .marks()
                        .pending("influx", Set.of(Mark.Kind.INTENSITY_MONTH, Mark.Kind.ALERT), 100))
                .stream()
                .map(m -> m.subject() + " " + m.startMs())
                .toList();
    }

    @Test
    void the_sweep_marks_and_deletes_what_the_books_have_and_names_the_rest_until_it_is_gone() {
        subscribe();
        WithheldSweep sweep = sweep(config(), true);
        assertThat(sweep.due()).as("at the start").isTrue();
        sweep.run();
        assertThat(marked())
                .containsExactlyInAnyOrder(
                        "mill " + JANUARY, "mill " + FEBRUARY, "o'kiln " + JANUARY, "o'kiln " + FEBRUARY, "c-1 0");
        assertThat(server.rows(database, "SELECT iva_cny FROM intensity_month WHERE enterprise <> 'gone'"))
                .isEmpty();
        assertThat(count("iva_cny", "intensity_month")).isEqualTo(2);
        assertThat(sweep.held().whose()).contains("enterprise mill", "case c-1");
        assertThat(sweep.due()).as("looks again whether it is gone").isTrue();
        sweep.run();
        assertThat(sweep.held().whose()).containsExactly("enterprise gone");
        assertThat(sweep.held().obstacle()).contains("nothing to write in their place");
        assertThat(sweep.due()).isFalse();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(sweep.due()).as("until somebody removes it").isTrue();
        try (WithheldPoints byHand = withheld()) {
            byHand.remove(byHand.find());
        }
        sweep.run();
        assertThat(sweep.held()).isNull();
    }

    @Test
    void it_looks_again_when_the_registry_may_withhold_more_and_once_a_day() {
        subscribe();
        try (WithheldPoints byHand = withheld()) {
            byHand.remove(byHand.find());
        }
        WithheldSweep sweep = sweep(config(), true);
        sweep.run();
        assertThat(sweep.due()).isFalse();
        sweep.registryChanged(new RegistryChange(2, Set.of(new DocumentKey(DocumentKind.LIMIT, "l"))));
        assertThat(sweep.due()).isFalse();
        sweep.registryChanged(USE);
        assertThat(sweep.due()).isTrue();
        sweep.run();
        assertThat(sweep.due()).isFalse();
        nanos.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(sweep.due()).isTrue();
    }

    @Test
    void an_influxdb_that_cannot_be_looked_through_is_told_of_where_something_is_held_back() {
        InfluxConfig away = InfluxConfig.to("http://127.0.0.1:1");
        WithheldSweep sweep = sweep(away, true);
        sweep.run();
        assertThat(sweep.held().whose()).isEmpty();
        assertThat(sweep.held().obstacle()).contains("127.0.0.1:1");
        WithheldSweep nothingToHide = sweep(away, false);
        nothingToHide.run();
        assertThat(nothingToHide.held()).isNull();
        WithheldSweep noDatabase = sweep(config().withDatabase("none_yet"), true);
        noDatabase.run();
        assertThat(noDatabase.held()).isNull();
    }
}
