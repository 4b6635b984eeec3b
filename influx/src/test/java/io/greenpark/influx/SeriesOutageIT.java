package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.Await;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.BooksFixture;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** InfluxDB is away while there is nothing to write and it is to be looked through for what may not be told there. */
class SeriesOutageIT {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private SeriesWriter writer(InfluxServer server) {
        AdaptiveRateConfig quick =
                new AdaptiveRateConfig(100, 100, 1, Duration.ofSeconds(2), Duration.ofMillis(5), Duration.ofMillis(10));
        return new SeriesWriter(
                InfluxConfig.to(server.url()).withRate(quick),
                new RequestTurns(1, System::nanoTime),
                fixture.books(),
                RegistrySource.fixed(Meters.registry()),
                List.of(WithheldFixture.figures(), WithheldFixture.cases()),
                () -> true,
                Clock.systemUTC());
    }

    private static long count(Logged logged, String words) {
        return logged.lines().stream().filter(l -> l.contains(words)).count();
    }

    @Test
    void the_outage_is_one_failure_of_the_reader_until_influxdb_answers_again() {
        try (InfluxServer server = InfluxServer.open();
                Logged logged = new Logged()) {
            server.stop();
            try (SeriesWriter writer = writer(server)) {
                writer.start();
                Await.until("it fails", () -> writer.status().failingSinceMs() != null);
                Long since = writer.status().failingSinceMs();
                Await.until("it was tried often", () -> writer.status().failures() > 30);
                assertThat(writer.status().failingSinceMs()).isEqualTo(since);
                assertThat(writer.status().failure()).contains("cannot be reached");
                assertThat(writer.held()).isNull();
                assertThat(count(logged, "tries again later")).isEqualTo(1);
                assertThat(count(logged, "works again")).isZero();
                assertThat(count(logged, "was not cleared")).isZero();
                server.start();
                Await.until("it works", () -> writer.status().failingSinceMs() == null);
                assertThat(writer.held()).isNull();
            }
            assertThat(count(logged, "works again")).isEqualTo(1);
            assertThat(count(logged, "tries again later")).isEqualTo(1);
        }
    }
}
