package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.Await;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real 1.6.7 that is slow, asks who is there, or has lost everything. */
class InfluxFaultsIT {
    private static final List<String> MEASUREMENTS = List.of("electricity", "nox", "energy_hour");
    private InfluxServer server;

    @RegisterExtension
    final WriterFixture w = new WriterFixture();

    private String database;

    @BeforeEach
    void nameDatabase(TestInfo test) {
        server = InfluxServer.shared();
        database = InfluxServer.databaseOf(test);
    }

    private InfluxConfig config(String url) {
        return InfluxConfig.to(url)
                .withDatabase(database)
                .withRate(new AdaptiveRateConfig(
                        400, 100, 2, Duration.ofMillis(100), Duration.ofMillis(10), Duration.ofMillis(100)));
    }

    /** Counts and sums of everything numeric in every measurement. */
    private Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        for (String measurement : MEASUREMENTS) {
            String from = "(*) FROM " + measurement;
            content.put(
                    measurement,
                    server.rows(database, "SELECT COUNT" + from) + " " + server.rows(database, "SELECT SUM" + from));
        }
        return content;
    }

    private void assertEverythingOnce() {
        int quarters = w.sent().size() / 2;
        assertThat(server.number(database, "SELECT COUNT(value) FROM electricity"))
                .isEqualTo(quarters);
        assertThat(server.number(database, "SELECT SUM(value) FROM nox")).isEqualTo(quarters / 2.0);
        assertThat(server.number(database, "SELECT COUNT(tce) FROM energy_hour"))
                .isEqualTo(WriterFixture.FIGURES);
    }

    @Test
    void a_slow_server_gets_everything_in_smaller_requests() throws IOException {
        try (SlowProxy proxy = new SlowProxy(server.url())) {
            proxy.delay(150);
            w.send(600);
            w.start(config(proxy.url()));
            Await.until("the lag is seen", () -> w.writer().statuses().get(0).lag() > 0);
            w.awaitWritten();
            assertEverythingOnce();
        }
    }

    @Test
    void late_answers_lose_and_repeat_nothing() throws IOException {
        try (SlowProxy proxy = new SlowProxy(server.url())) {
            InfluxConfig c = config(proxy.url());
            InfluxConfig impatient = new InfluxConfig(
                    c.url(),
                    c.database(),
                    null,
                    c.access(),
                    c.rate(),
                    false,
                    c.connectTimeout(),
                    Duration.ofMillis(200),
                    true);
            proxy.delay(2_000);
            w.send(1_000);
            w.start(impatient);
            Await.until("it says so", () -> w.trouble().contains("no answer within 200 ms"));
            w.send(100);
            proxy.delay(0);
            w.awaitWritten();
            assertEverythingOnce();
        }
    }

    @Test
    void wrong_credentials_are_reported_and_right_ones_catch_up() {
        try (InfluxServer asking = InfluxServer.open("auth-enabled = true");
                Logged logged = new Logged()) {
            asking.execute("CREATE USER admin WITH PASSWORD 'right-pass' WITH ALL PRIVILEGES");
            w.send(500);
            w.start(config(asking.url()).withAccess(new InfluxConfig.Access("admin", "wrong-pass", null)));
            Await.until("health names the credentials", () -> w.trouble().contains("refuses the credentials"));
            assertThat(w.trouble()).contains("authorization failed", "as admin").doesNotContain("wrong-pass");
            w.stop();
            w.start(config(asking.url()).withAccess(new InfluxConfig.Access("admin", "right-pass", null)));
            w.awaitWritten();
            assertThat(logged.lines()).noneMatch(l -> l.contains("right-pass") || l.contains("wrong-pass"));
        }
    }

    @Test
    void a_missing_database_and_why_it_cannot_be_created_are_both_reported() {
        try (InfluxServer asking = InfluxServer.open("auth-enabled = true")) {
            asking.execute("CREATE USER admin WITH PASSWORD 'p' WITH ALL PRIVILEGES");
            asking.execute("CREATE USER writer WITH PASSWORD 'p'", "admin", "p");
            asking.execute("CREATE DATABASE other", "admin", "p");
            w.send(1);
            w.start(config(asking.url()).withAccess(new InfluxConfig.Access("writer", "p", null)));
            Await.until("it says so", () -> w.trouble().contains("not authorized"));
        }
    }

    @Test
    void an_emptied_server_is_filled_from_the_books_alone() throws IOException {
        w.send(2_500);
        w.book();
        w.start(config(server.url()));
        w.awaitWritten();
        assertEverythingOnce();
        Map<String, String> before = content();
        w.stop();
        compactSome();
        server.rows(database, "DROP DATABASE \"" + database + "\"");
        w.books().<Boolean, RuntimeException>write(tx -> {
            Backfill.request(tx.handle(), false, 1);
            return true;
        });
        w.start(config(server.url()));
        w.awaitWritten();
        assertThat(content()).isEqualTo(before);
        assertThat(w.books().read(Backfill::all))
                .allSatisfy(row -> assertThat(row.done()).isEqualTo(row.total()).isPositive());
    }

    private void compactSome() {
        w.books().<Boolean, RuntimeException>write(tx -> {
            assertThat(tx.readings().compact(LocalDate.of(2018, 1, 20), 30)).isPositive();
            return true;
        });
    }

    @Test
    void readings_of_a_switched_off_time_are_filled_in_after_the_log_dropped_them() {
        w.start(config(server.url()));
        w.awaitWritten();
        w.stop();
        InfluxWriter.switchedOff(w.books());
        w.send(1_000);
        w.book();
        server.rows(database, "DROP DATABASE \"" + database + "\"");
        w.start(config(server.url()));
        w.awaitWritten();
        assertEverythingOnce();
    }

    @Test
    void filling_never_overwrites_a_newer_value_for_good() {
        w.send(1_000);
        w.book();
        w.append(List.of(Meters.reading("meter", Meters.START, 7)));
        w.start(config(server.url()));
        w.awaitWritten();
        assertThat(server.rows(database, "SELECT value FROM electricity WHERE time = " + Meters.START + "ms"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(1)).isEqualTo(7.0));
    }

    @Test
    void interrupted_filling_resumes() {
        w.send(2_500);
        w.book();
        w.start(config(server.url()));
        Await.until("it has begun", () -> w.books().read(Backfill::all).stream().anyMatch(r -> r.done() > 0));
        w.stop();
        w.start(config(server.url()));
        w.awaitWritten();
        assertEverythingOnce();
    }
}
