package io.greenpark.operations.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.operations.status.CanaryStatus.Stage;
import io.greenpark.park.Await;
import io.greenpark.park.time.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CanaryLoopTest {
    private static final Set<Stage> BOTH = EnumSet.of(Stage.STORED, Stage.HEARD);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile CompletionStage<Void> answer = CompletableFuture.completedFuture(null);
    private volatile Set<Stage> reached = BOTH;

    private CanaryLoop loop(Duration within) {
        CanaryConfig config = new CanaryConfig(true, Duration.ofMillis(20), within);
        return new CanaryLoop(config, new FakeDoor(), new FakeCheckpoints(), clock).start();
    }

    private final class FakeDoor implements CanaryDoor {
        @Override
        public void publish(String topic, String json, Duration within)
                throws IOException, TimeoutException, InterruptedException {
            sent.add(topic + " " + json);
            try {
                answer.toCompletableFuture().get(within.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw new IOException(e.getCause().getMessage());
            }
        }
    }

    private final class FakeCheckpoints implements Checkpoints {
        @Override
        public Set<Stage> stages() {
            return BOTH;
        }

        @Override
        public Supplier<Set<Stage>> follow(long timeMs) {
            assertThat(timeMs).isEqualTo(clock.millis());
            return () -> reached;
        }
    }

    @Test
    void a_probe_is_sent_as_by_a_device_and_counted_when_it_arrives() {
        try (CanaryLoop loop = loop(Duration.ofSeconds(30))) {
            Await.until("two have arrived", () -> loop.status().arrived() >= 2);
            assertThat(sent.get(0))
                    .isEqualTo("greenpark/_canary/telemetry {\"ts\":" + clock.millis() + ",\"values\":{\"beat\":1}}");
            assertThat(loop.status().problem()).isNull();
            assertThat(loop.status().lastArrived()).isEqualTo(clock.instant());
            assertThat(loop.status().stages().keySet())
                    .containsExactlyInAnyOrder(Stage.ACKNOWLEDGED, Stage.STORED, Stage.HEARD);
        }
    }

    @Test
    void the_stage_not_reached_is_named_until_a_probe_arrives() {
        reached = EnumSet.of(Stage.HEARD);
        try (CanaryLoop loop = loop(Duration.ofMillis(100))) {
            Await.until("one is missing", () -> loop.status().missing() >= 1);
            assertThat(loop.status().problem()).contains("not in the reading store");
            assertThat(loop.status().lastArrived()).isNull();
            reached = BOTH;
            Await.until("it arrives", () -> loop.status().problem() == null);
            assertThat(loop.status().lastArrived()).isNotNull();
        }
    }

    @Test
    void a_door_that_does_not_answer_or_refuses_is_named_with_its_reason() {
        answer = new CompletableFuture<>();
        try (CanaryLoop loop = loop(Duration.ofMillis(100))) {
            Await.until("one is missing", () -> loop.status().missing() >= 1);
            assertThat(loop.status().problem()).contains("the MQTT door did not acknowledge it", "no answer");
            answer = CompletableFuture.failedFuture(new IllegalStateException("not authorized"));
            Await.until("the reason is told", () -> String.valueOf(loop.status().problem())
                    .contains("not authorized"));
        }
    }

    @Test
    void failing_books_are_asked_again() {
        reached = null;
        try (CanaryLoop loop = loop(Duration.ofSeconds(30))) {
            Await.until("one is on its way", () -> loop.status().sent() == 1);
            reached = BOTH;
            Await.until("it has arrived", () -> loop.status().arrived() >= 1);
            assertThat(loop.status().missing()).isZero();
        }
    }
}
