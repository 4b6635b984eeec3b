package io.greenpark.influx;

import static io.greenpark.influx.WithheldFixture.FEBRUARY;
import static io.greenpark.influx.WithheldFixture.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.Mark;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The running server cleans a real InfluxDB by itself. */
class WithheldSweepIT {
    private static final Set<Mark.Kind> KINDS = Set.of(Mark.Kind.INTENSITY_MONTH, Mark.Kind.ALERT);
    private static final long MARCH = 1_740_758_400_000L;
    private static final RegistryChange USE =
            new RegistryChange(2, Set.of(new DocumentKey(DocumentKind.STATISTIC, "mill:2025-01")));
    private InfluxServer server;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean holdsBack = new AtomicBoolean(true);
    private final AtomicBoolean settled = new AtomicBoolean(true);
    private String database;

    @BeforeEach
    void fill(TestInfo test) {
        server = InfluxServer.shared();
        database = InfluxServer.databaseOf(test);
        WithheldFixture.fill(config());
        fixture.books().<Boolean, RuntimeException>write(tx -> {
            tx.marks().subscribe(SeriesWriter.CONSUMER, KINDS);
            tx.marks().subscribe("rules", KINDS);
            return true;
        });
    }

    private InfluxConfig config() {
        return InfluxConfig.to(server.url()).withDatabase(database);
    }

    private WithheldPoints points(InfluxConfig to) {
        return new WithheldPoints(
                to,
                List.of(WithheldFixture.figures(), WithheldFixture.cases()),
                WithheldPoints.Reader.of(fixture.books()),
                Clock.systemUTC());
    }

    private WithheldSweep sweep(InfluxConfig to) {
        return new WithheldSweep(
                points(to), fixture.books(), holdsBack::get, settled::get, Clock.systemUTC(), nanos::get);
    }

    private void removeByHand() {
        try (WithheldPoints byHand = points(config())) {
            byHand.remove(byHand.find());
        }
    }

    private static void look(WithheldSweep sweep) {
        while (sweep.due()) {
            assertThat(sweep.lookOn()).isNull();
        }
    }

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private long count(String field, String measurement) {
        return (long) server.number(database, "SELECT COUNT(\"" + field + "\") FROM \"" + measurement + "\"");
    }

    private List<String> marked(String consumer) {
        return fixture
                .books()
                .<List<Mark>, RuntimeException>read(
                        handle -> fixture.books().ports(handle).marks().pending(consumer, KINDS, 100))
                .stream()
                .map(m -> m.subject() + " " + m.startMs() + " v" + m.version())
                .toList();
    }

    private List<String> marked() {
        return marked(SeriesWriter.CONSUMER).stream()
                .map(m -> m.substring(0, m.lastIndexOf(" v")))
                .toList();
    }

    @Test
    void what_the_books_have_is_marked_and_deleted_and_the_rest_named_until_it_is_gone() {
        WithheldSweep sweep = sweep(config());
        assertThat(sweep.due()).as("at the start").isTrue();
        sweep.lookOn();
        assertThat(sweep.held().whose()).contains("enterprise mill");
        look(sweep);
        assertThat(marked())
                .containsExactlyInAnyOrder(
                        "mill " + JANUARY, "mill " + FEBRUARY, "o'kiln " + JANUARY, "o'kiln " + FEBRUARY, "c-1 0");
        assertThat(server.rows(database, "SELECT iva_cny FROM intensity_month WHERE enterprise <> 'gone'"))
                .isEmpty();
        assertThat(count("iva_cny", "intensity_month")).isEqualTo(2);
        assertThat(count("figure", "alert")).isZero();
        assertThat(sweep.held().whose()).containsExactly("enterprise gone");
        assertThat(sweep.held().obstacle()).contains("nothing to write in their place");
        later(Duration.ofMinutes(1));
        assertThat(sweep.due()).as("until somebody removes it").isTrue();
        removeByHand();
        look(sweep);
        assertThat(sweep.held()).isNull();
    }

    @Test
    void rules_have_nothing_to_judge_anew_for_what_is_removed() {
        look(sweep(config()));
        assertThat(marked()).isNotEmpty();
        assertThat(marked("rules")).isEmpty();
    }

    @Test
    void a_month_the_books_do_not_have_stays_with_all_its_fields_and_is_named() {
        String point = "intensity_month,enterprise=mill,park=east ";
        WithheldFixture.write(
                config(),
                point + "tce=1.5 " + (JANUARY - Duration.ofDays(31).toMillis()) + "\n" + point + "iva_cny=2,tce=1.5 "
                        + MARCH + "\n");
        WithheldSweep sweep = sweep(config());
        look(sweep);
        assertThat(server.rows(database, "SELECT tce FROM intensity_month WHERE enterprise = 'mill'"))
                .hasSize(2);
        assertThat(server.rows(database, "SELECT iva_cny FROM intensity_month WHERE enterprise = 'mill'"))
                .hasSize(1);
        assertThat(sweep.held().whose()).containsExactly("enterprise gone", "enterprise mill");
    }

    @Test
    void months_between_those_found_are_left_alone() {
        try (WithheldPoints points = points(config())) {
            points.delete(points.find());
        }
        String point = "intensity_month,enterprise=mill,park=east ";
        long april = MARCH + Duration.ofDays(31).toMillis();
        WithheldFixture.write(
                config(),
                point + "iva_cny=2 " + JANUARY + "\n" + point + "tce=7 " + FEBRUARY + "\n" + point + "iva_cny=2 "
                        + april + "\n");
        try (WithheldPoints points = points(config())) {
            points.delete(points.find());
        }
        assertThat(server.rows(database, "SELECT tce, iva_cny FROM intensity_month"))
                .hasSize(1);
    }

    @Test
    void it_looks_again_when_the_registry_may_withhold_more_and_once_a_day() {
        removeByHand();
        WithheldSweep sweep = sweep(config());
        look(sweep);
        sweep.registryChanged(new RegistryChange(2, Set.of(new DocumentKey(DocumentKind.LIMIT, "l"))));
        assertThat(sweep.due()).isFalse();
        sweep.registryChanged(USE);
        assertThat(sweep.due()).isTrue();
        look(sweep);
        later(Duration.ofDays(1));
        assertThat(sweep.due()).isTrue();
    }

    @Test
    void an_edit_makes_it_look_only_where_something_is_guarded_or_was_found() {
        holdsBack.set(false);
        WithheldSweep found = sweep(config());
        look(found);
        removeByHand();
        WithheldSweep foundNothing = sweep(config());
        look(foundNothing);
        foundNothing.registryChanged(USE);
        assertThat(foundNothing.due()).isFalse();
        found.registryChanged(USE);
        assertThat(found.due()).isTrue();
        holdsBack.set(true);
        foundNothing.registryChanged(USE);
        assertThat(foundNothing.due()).isTrue();
    }

    @Test
    void it_waits_until_the_accounts_have_noted_what_the_registry_changes() {
        settled.set(false);
        WithheldSweep sweep = sweep(config());
        assertThat(sweep.due()).isFalse();
        settled.set(true);
        assertThat(sweep.due()).isTrue();
    }

    /** Its user may read and not delete. */
    @Test
    void where_deleting_is_refused_one_finding_is_tried_now_and_then_and_it_is_said_once() {
        try (InfluxServer asking = InfluxServer.open("auth-enabled = true");
                Logged logged = new Logged()) {
            asking.execute("CREATE USER admin WITH PASSWORD 'p' WITH ALL PRIVILEGES");
            asking.execute("CREATE USER reader WITH PASSWORD 'p'", "admin", "p");
            InfluxConfig all = InfluxConfig.to(asking.url()).withDatabase("park");
            WithheldFixture.fill(all.withAccess(new InfluxConfig.Access("admin", "p", null)));
            asking.execute("GRANT READ ON park TO reader", "admin", "p");
            WithheldSweep sweep = sweep(all.withAccess(new InfluxConfig.Access("reader", "p", null)));
            look(sweep);
            assertThat(sweep.held().whose())
                    .containsExactly("case c-1", "enterprise gone", "enterprise mill", "enterprise o'kiln");
            String obstacle = sweep.held().obstacle();
            assertThat(obstacle).contains("DELETE");
            List<String> once = marked(SeriesWriter.CONSUMER);
            assertThat(once).as("one finding").hasSize(2);
            later(Duration.ofSeconds(59));
            look(sweep);
            assertThat(marked(SeriesWriter.CONSUMER)).isEqualTo(once);
            int tries = 0;
            for (int minute = 0; minute < 60; minute++) {
                later(Duration.ofMinutes(1));
                look(sweep);
                List<String> now = marked(SeriesWriter.CONSUMER);
                tries += now.equals(once) ? 0 : 1;
                once = now;
                assertThat(sweep.held().obstacle()).isEqualTo(obstacle);
            }
            assertThat(once).hasSize(2);
            assertThat(tries).as("tries in an hour").isEqualTo(5);
            assertThat(logged.lines().stream().filter(l -> l.contains("may not be told there")))
                    .hasSize(1);
            asking.execute("GRANT ALL ON park TO reader", "admin", "p");
            later(Duration.ofDays(1));
            look(sweep);
            assertThat(sweep.held().whose()).containsExactly("enterprise gone");
            assertThat(sweep.held().obstacle()).contains("nothing to write in their place");
        }
    }

    @Test
    void a_user_who_may_only_write_is_a_trouble_where_something_is_held_back_and_said_once_elsewhere() {
        try (InfluxServer asking = InfluxServer.open("auth-enabled = true");
                Logged logged = new Logged()) {
            asking.execute("CREATE USER admin WITH PASSWORD 'p' WITH ALL PRIVILEGES");
            asking.execute("CREATE USER writer WITH PASSWORD 'p'", "admin", "p");
            asking.execute("CREATE DATABASE park", "admin", "p");
            asking.execute("GRANT WRITE ON park TO writer", "admin", "p");
            InfluxConfig config = InfluxConfig.to(asking.url())
                    .withDatabase("park")
                    .withAccess(new InfluxConfig.Access("writer", "p", null));
            holdsBack.set(false);
            WithheldSweep nothingToHide = sweep(config);
            for (int hour = 0; hour < 30; hour++) {
                look(nothingToHide);
                later(Duration.ofHours(1));
            }
            assertThat(nothingToHide.held()).isNull();
            assertThat(logged.lines().stream().filter(l -> l.contains("was not cleared")))
                    .hasSize(1);
            holdsBack.set(true);
            WithheldSweep guarded = sweep(config);
            look(guarded);
            assertThat(guarded.held().obstacle()).contains("not authorized");
        }
    }

    @Test
    void no_answer_is_no_trouble_of_its_own_and_a_missing_database_holds_nothing() {
        WithheldSweep away = sweep(InfluxConfig.to("http://127.0.0.1:1"));
        assertThat(away.lookOn()).hasMessageContaining("127.0.0.1:1");
        assertThat(away.held()).isNull();
        assertThat(away.lookOn()).as("tried again with the series").isNotNull();
        WithheldSweep noDatabase = sweep(config().withDatabase("none_yet"));
        look(noDatabase);
        assertThat(noDatabase.held()).isNull();
    }
}
