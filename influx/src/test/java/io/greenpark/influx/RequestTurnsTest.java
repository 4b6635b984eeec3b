package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.Await;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two requests that meet in a shard InfluxDB has just made cost points: whoever writes there does so in turn. */
class RequestTurnsTest {
    @RegisterExtension
    final WriterFixture park = new WriterFixture();

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final CountDownLatch answering = new CountDownLatch(1);

    private Answer answerLater(String lines) {
        arrived.add(lines.strip());
        try {
            answering.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Answer.OK;
    }

    private Pipeline<String> pipeline(RequestTurns turns, String name) {
        return new Pipeline<>(
                this::answerLater,
                answer -> new InfluxFailure(answer, "InfluxDB", InfluxConfig.to("http://x")),
                new AdaptiveRate(AdaptiveRateConfig.defaults(), new SplittableRandom(1)),
                turns,
                1,
                name);
    }

    private static void send(Pipeline<String> pipeline, String line) {
        Batch batch = pipeline.batch();
        batch.add(line, text -> text.append(line));
        pipeline.send(batch, line);
    }

    @Test
    void the_request_of_another_waits_for_the_answer() throws Exception {
        RequestTurns turns = new RequestTurns(1, System::nanoTime);
        try (Pipeline<String> readings = pipeline(turns, "readings");
                Pipeline<String> figures = pipeline(turns, "figures")) {
            send(readings, "electricity value=1 0");
            Await.until("the first request has arrived", () -> !arrived.isEmpty());
            send(figures, "energy_hour tce=1 0");
            Await.until("the second waits, or has arrived as well", () -> turns.awaited() || arrived.size() > 1);
            assertThat(arrived).containsExactly("electricity value=1 0");
            answering.countDown();
            assertThat(readings.oldest().origin()).isEqualTo("electricity value=1 0");
            assertThat(figures.oldest().origin()).isEqualTo("energy_hour tce=1 0");
        }
    }

    @Test
    void filling_with_readings_and_figures_never_has_two_requests_under_way() {
        try (RecordedServer server = new RecordedServer("1.x/written")) {
            park.send(1_000);
            park.book();
            park.start(InfluxConfig.to(server.url())
                    .withRate(new AdaptiveRateConfig(
                            10, 10, 1, Duration.ofMinutes(1), Duration.ofMillis(10), Duration.ofSeconds(1))));
            park.awaitWritten();
            assertThat(server.held)
                    .hasSizeGreaterThanOrEqualTo(
                            WriterFixture.FIGURES + park.sent().size());
            assertThat(server.mostUnderWay()).isEqualTo(1);
            park.stop();
        }
    }

    private static long hour(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)) / 3_600_000;
    }

    @Test
    void filling_anew_within_minutes_takes_everything_for_the_first_in_its_shard() {
        try (RecordedServer server = new RecordedServer("1.x/written")) {
            park.send(100);
            park.book();
            park.start(InfluxConfig.to(server.url()));
            park.awaitWritten();
            server.asked.clear();
            park.books().<Boolean, RuntimeException>write(tx -> {
                Backfill.request(tx.handle(), false, 0);
                return true;
            });
            Await.until("it is filled again", park::written);
            Set<Long> hours = new HashSet<>();
            for (int i = 0; i < server.asked.size(); i++) {
                List<String> lines = server.asked.get(i).lines();
                if (hours.addAll(lines.stream().map(RequestTurnsTest::hour).toList())) {
                    assertThat(server.asked.get(i + 1).lines()).isEqualTo(lines);
                }
            }
            assertThat(hours).isNotEmpty();
            park.stop();
        }
    }
}
