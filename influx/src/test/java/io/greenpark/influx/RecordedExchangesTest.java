package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.Await;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole writer against what servers that cannot be installed here are known to answer. */
class RecordedExchangesTest {
    private static final String TOKEN = "s3cret-token";

    @RegisterExtension
    final WriterFixture w = new WriterFixture();

    private static InfluxConfig config(RecordedServer server) {
        return InfluxConfig.to(server.url())
                .withDatabase("park")
                .withAccess(new InfluxConfig.Access(null, null, TOKEN))
                .withRate(new AdaptiveRateConfig(
                        100, 10, 2, Duration.ofMinutes(1), Duration.ofMillis(10), Duration.ofMillis(20)));
    }

    private static boolean nox(String line) {
        return line.startsWith("nox,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.x/written", "3-core/written"})
    void requests_are_as_documented(String written) {
        try (RecordedServer server = new RecordedServer(written)) {
            w.send(500);
            w.start(config(server));
            w.awaitWritten();
            Exchange documented = Exchange.read(written);
            assertThat(server.asked).isNotEmpty().allSatisfy(asked -> {
                assertThat(asked.line()).isEqualTo(documented.requestLine());
                documented.requestHeaders().forEach((name, value) -> assertThat(
                                asked.headers().get(name))
                        .containsExactly(value));
                assertThat(asked.lines()).hasSizeLessThanOrEqualTo(100);
            });
            assertThat(Set.copyOf(server.held)).hasSize(1_000 + WriterFixture.FIGURES);
            assertThat(server.held.stream().collect(Collectors.groupingBy(line -> line, Collectors.counting())))
                    .as("the first lines of an hour go twice, nothing more often")
                    .allSatisfy((line, times) -> assertThat(times).isLessThanOrEqualTo(2));
            assertThat(w.refused()).isEmpty();
        }
    }

    @Test
    void a_1_x_user_is_sent_as_documented() {
        try (RecordedServer server = new RecordedServer("1.x/written")) {
            w.send(1);
            w.start(config(server).withAccess(new InfluxConfig.Access("u", "p", null)));
            w.awaitWritten();
            Exchange.read("1.x/written").requestHeaders().forEach((name, value) -> assertThat(
                            server.asked.get(0).headers().get(name))
                    .containsExactly(value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.x/field-type-conflict",
                "1.x/beyond-retention",
                "1.x/series-limit",
                "2.x/field-type-conflict",
                "2.x/field-type-conflict-2.0rc",
                "2.x/unable-to-parse",
                "3-core/partial-write",
                "3-core/unable-to-parse"
            })
    void a_refused_point_is_kept_with_the_server_s_words(String refusal) {
        boolean holdsTheRest = !refusal.equals("2.x/unable-to-parse");
        try (RecordedServer server = new RecordedServer("2.x/written")) {
            server.refuses(RecordedExchangesTest::nox, refusal, holdsTheRest);
            w.send(300);
            w.start(config(server));
            w.awaitWritten();
            assertThat(server.held.stream()
                            .filter(l -> l.startsWith("electricity,"))
                            .distinct())
                    .hasSize(300);
            assertThat(w.refused()).hasSize(1).allSatisfy(row -> {
                assertThat(row.count()).isEqualTo(300);
                assertThat(row.words()).isEqualTo(Exchange.read(refusal).body());
                assertThat(row.lastMs()).isEqualTo(Meters.START + 299 * WriterFixture.QUARTER_MS);
            });
        }
    }

    @Test
    void a_point_refused_repeatedly_is_not_searched_for_again() {
        try (RecordedServer server = new RecordedServer("2.x/written")) {
            server.refuses(RecordedExchangesTest::nox, "2.x/field-type-conflict", true);
            w.send(50);
            w.start(config(server));
            w.awaitWritten();
            w.stop();
            server.asked.clear();
            w.start(config(server));
            w.awaitWritten();
            w.stop();
            assertThat(server.asked).isEmpty();
            assertThat(w.refused().get(0).count()).isEqualTo(50);
        }
    }

    @Test
    void switched_off_it_releases_its_position_and_is_filled_anew_later() {
        try (RecordedServer server = new RecordedServer("2.x/written")) {
            w.send(50);
            w.book();
            w.start(config(server));
            w.awaitWritten();
            w.stop();
            assertThat(readers()).contains(InfluxWriter.READER);
            InfluxWriter.switchedOff(w.books());
            assertThat(readers()).containsExactly(WriterFixture.BOOKED_BY);
            w.send(50);
            w.book();
            w.start(config(server));
            w.awaitWritten();
            assertThat(server.held.stream()
                            .filter(l -> !l.startsWith("energy_hour"))
                            .distinct())
                    .hasSize(200);
        }
    }

    private List<String> readers() {
        return w.books().read(handle -> handle.createQuery("SELECT reader FROM reader_position")
                .mapTo(String.class)
                .list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.x/unavailable", "1.x/timeout", "1.x/cache-full"})
    void a_busy_server_gets_fewer_lines_per_request(String busy) {
        try (RecordedServer server = new RecordedServer("3-core/written")) {
            server.always(busy);
            w.send(500);
            w.start(config(server));
            Await.until("it says so", () -> w.trouble().contains("overloaded or slow"));
            server.recovers();
            w.awaitWritten();
            assertThat(server.held.stream()
                            .filter(l -> !l.startsWith("energy_hour"))
                            .distinct())
                    .hasSize(1_000);
            assertThat(w.refused()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.x/denied", "3-core/denied"})
    void a_refused_token_is_reported_and_never_shown(String denied) {
        try (RecordedServer server = new RecordedServer("2.x/written");
                Logged logged = new Logged()) {
            server.always(denied);
            w.send(10);
            w.start(config(server));
            Await.until("health names the credentials", () -> w.trouble().contains("refuses the credentials"));
            assertThat(w.trouble()).contains("influx.token", "HTTP 401", "凭据").doesNotContain(TOKEN);
            server.recovers();
            w.awaitWritten();
            assertThat(logged.lines()).anyMatch(l -> l.contains("refuses the credentials"));
            assertThat(logged.lines()).noneMatch(l -> l.contains(TOKEN));
        }
    }

    @Test
    void a_missing_bucket_is_reported_and_nothing_is_lost() {
        try (RecordedServer server = new RecordedServer("2.x/written")) {
            server.always("2.x/no-mapping");
            w.send(10);
            w.start(config(server));
            Await.until("health names the bucket", () -> w.trouble().contains("DBRP mapping"));
            server.recovers();
            w.awaitWritten();
            assertThat(server.held.stream().filter(RecordedExchangesTest::nox).distinct())
                    .hasSize(10);
            assertThat(w.refused()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.x/disk-full", "1.x/disk-full-partial", "2.x/database-required"})
    void server_trouble_is_never_blamed_on_lines(String trouble) {
        try (RecordedServer server = new RecordedServer("1.x/written")) {
            server.always(trouble);
            w.send(10);
            w.start(config(server));
            Await.until("it says so", () -> w.trouble().contains("look at its disk"));
            server.recovers();
            w.awaitWritten();
            assertThat(server.held.stream().filter(RecordedExchangesTest::nox).distinct())
                    .hasSize(10);
            assertThat(w.refused()).isEmpty();
        }
    }
}
