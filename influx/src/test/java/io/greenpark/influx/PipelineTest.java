package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.influx.Answer.WriteOutcome;
import io.greenpark.park.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two workers, ten lines per request. By their hashes, lines of "a" go to the second worker and those of "b" to the first. */
class PipelineTest {
    private static final int LINES = 10;
    private static final Answer BUSY = new Answer(WriteOutcome.BUSY, 503, "busy", null);
    private static final AdaptiveRateConfig PACE = new AdaptiveRateConfig(
            LINES, LINES, 2, Duration.ofMinutes(1), Duration.ofMillis(10), Duration.ofSeconds(1));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final Map<String, Supplier<Answer>> answers = new ConcurrentHashMap<>();
    private final Pipeline<String> pipeline = new Pipeline<>(
            this::answer,
            answer -> new InfluxFailure(answer, "InfluxDB", InfluxConfig.to("http://x")),
            new AdaptiveRate(PACE, new SplittableRandom(1)),
            new RequestTurns(2, System::nanoTime),
            2,
            "test");

    @AfterEach
    void close() {
        pipeline.close();
    }

    /** Stands in for the server; a request is known by its first line. */
    private Answer answer(String body) {
        String first = body.lines().findFirst().orElseThrow();
        asked.add(first);
        Answer answer = answers.getOrDefault(first, () -> Answer.OK).get();
        if (answer.outcome() == WriteOutcome.WRITTEN) {
            body.lines().forEach(written::add);
        }
        return answer;
    }

    private static Answer after(CountDownLatch latch, Answer answer) {
        try {
            latch.await();
            return answer;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines(String key, int batch, int count) {
        return IntStream.range(0, count).mapToObj(i -> key + batch + "-" + i).toList();
    }

    private void send(int number, int ofA, int ofB) {
        Batch batch = pipeline.batch();
        lines("a", number, ofA).forEach(line -> batch.add("a", text -> text.append(line)));
        lines("b", number, ofB).forEach(line -> batch.add("b", text -> text.append(line)));
        pipeline.send(batch, "batch " + number);
    }

    private void awaitFailure() {
        Await.until("the failure is known to all workers", pipeline::broken);
    }

    /** The worker of "b" is done with the first batch and fails in the second while that of "a" is still at the first. */
    private void failInTheSecondBatch() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        answers.put("a1-0", () -> {
            begun.countDown();
            return after(failed, Answer.OK);
        });
        answers.put("b2-0", () -> after(begun, BUSY));
        send(1, 2 * LINES, 1);
        send(2, 0, 2);
        awaitFailure();
        failed.countDown();
    }

    @Test
    void a_later_failure_does_not_settle_a_batch_half_sent() throws Exception {
        failInTheSecondBatch();
        assertThatThrownBy(pipeline::oldest).isInstanceOf(InfluxFailure.class).hasMessageContaining("503");
        assertThat(written).doesNotContain("a1-10");
    }

    @Test
    void after_a_failure_everything_is_sent_again_and_then_settles_in_order() throws Exception {
        failInTheSecondBatch();
        assertThatThrownBy(pipeline::oldest).isInstanceOf(InfluxFailure.class);
        pipeline.drain();
        answers.clear();
        send(1, 2 * LINES, 1);
        send(2, 0, 2);
        assertThat(pipeline.oldest().origin()).isEqualTo("batch 1");
        assertThat(written).containsAll(lines("a", 1, 2 * LINES)).containsAll(lines("b", 1, 1));
        assertThat(pipeline.oldest().origin()).isEqualTo("batch 2");
        assertThat(written).containsAll(lines("b", 2, 2));
    }

    @Test
    void a_worker_sends_nothing_after_a_failure() throws Exception {
        answers.put("b1-0", () -> BUSY);
        send(1, 0, 1);
        awaitFailure();
        send(2, 1, 0);
        assertThatThrownBy(pipeline::oldest).isInstanceOf(InfluxFailure.class);
        assertThatThrownBy(pipeline::oldest).isInstanceOf(InfluxFailure.class);
        assertThat(asked).containsExactly("b1-0");
    }

    @Test
    void an_exception_while_sending_does_not_block_sending_again() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        answers.put("b1-0", () -> {
            begun.countDown();
            throw new IllegalStateException("out of order");
        });
        answers.put("a1-0", () -> after(begun, BUSY));
        send(1, 1, 1);
        send(2, 1, 1);
        awaitFailure();
        pipeline.drain();
        answers.clear();
        send(1, 1, 1);
        assertThat(pipeline.oldest().origin()).isEqualTo("batch 1");
        assertThat(written).contains("a1-0", "b1-0");
    }
}
