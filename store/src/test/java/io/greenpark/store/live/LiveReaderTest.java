package io.greenpark.store.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.Await;
import io.greenpark.park.live.LiveState.Sign;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.time.MovableClock;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveReaderTest {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private static Reading reading(String device, long arrivalMs) {
        return new Reading("e", device, "k", "p", 1, Unit.KWH, Flag.NORMAL, 5, arrivalMs, Door.MQTT);
    }

    private Map<String, Sign> signs() {
        return fixture.books()
                .<Map<String, Sign>, RuntimeException>read(
                        h -> fixture.books().ports(h).live().all());
    }

    @Test
    void arrivals_are_signs_of_life_across_a_restart() {
        Clock clock = Clock.systemUTC();
        try (SqliteTelemetryLog log =
                SqliteTelemetryLog.open(fixture.folder().resolve("log"), LogConfig.defaults(), clock)) {
            log.append(List.of(reading("a", 10))).toCompletableFuture().join();
            try (LiveReader live =
                    LiveReader.open(log, () -> true, fixture.books(), clock).start()) {
                log.append(List.of(reading("b", 20))).toCompletableFuture().join();
                Await.until("the reader is up to date", () -> live.status().lag() == 0);
            }
            assertThat(signs()).containsOnlyKeys("a", "b");
            log.append(List.of(reading("a", 30))).toCompletableFuture().join();
            try (LiveReader live = LiveReader.open(log, () -> true, fixture.books(), clock)) {
                assertThat(live.status().lag()).isEqualTo(1);
                live.start();
                Await.until("the reader is up to date", () -> live.status().lag() == 0);
            }
            assertThat(signs().get("a").arrivalMs()).isEqualTo(30);
        }
    }

    @Test
    void a_reader_up_to_date_covers_the_time_until_now() {
        MovableClock clock = new MovableClock(Instant.parse("2026-11-23T02:00:00Z"));
        Instant start = clock.instant();
        try (SqliteTelemetryLog log =
                        SqliteTelemetryLog.open(fixture.folder().resolve("log"), LogConfig.defaults(), clock);
                LiveReader live = LiveReader.open(log, log::acceptsAppends, fixture.books(), clock)) {
            clock.advance(Duration.ofSeconds(30));
            log.append(List.of(reading("a", clock.millis())))
                    .toCompletableFuture()
                    .join();
            assertThat(live.livenessWindow()).isEqualTo(new LivenessWindow(start, start, 1));
            live.start();
            LivenessWindow expected = new LivenessWindow(start, clock.instant(), 0);
            Await.until("the reader is up to date", () -> live.livenessWindow().equals(expected));
        }
    }
}
