package io.greenpark.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptTime;
import io.greenpark.park.quarantine.KeptTime.Form;
import io.greenpark.park.quarantine.KeptValue;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    /** Dead letters are deleted by age, so these must be fresh. */
    private static final long NOW_MS = System.currentTimeMillis();

    @TempDir
    Path dir;

    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final List<IntakeResult> results = new CopyOnWriteArrayList<>();
    private TestStores stores;
    private Intake intake;
    private EventLoopBatcher batcher;

    /** A connection that records what the intake asks of it. */
    private static class RecordingBackpressure extends Backpressure {
        final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        protected void pause() {
            asked.add("pause");
        }

        @Override
        protected void resume() {
            asked.add("resume");
        }

        @Override
        protected void answered() {
            asked.add("answered");
        }
    }

    private final RecordingBackpressure backpressure = new RecordingBackpressure();

    @BeforeEach
    void open() {
        stores = new TestStores(dir);
        intake = Intake.create(stores.log, stores.deadLetters, new IntakeConfig(Duration.ofMinutes(5), 1_000, 10));
        batcher = intake.batcher(loop);
    }

    @AfterEach
    void close() {
        loop.shutdown();
        stores.close();
    }

    @Test
    void the_messages_of_one_round_share_an_append_and_one_round_of_answers() throws Exception {
        onLoop(() -> {
            for (int i = 0; i < 5; i++) {
                submit(message(1, 0));
            }
        });
        Await.until("all are answered", () -> results.size() == 5);
        Await.until("the answers were flushed", () -> backpressure.asked.contains("answered"));
        assertThat(results).containsOnly(IntakeResult.STORED);
        assertThat(stores.log.appends()).isEqualTo(1);
        assertThat(backpressure.asked).containsExactly("answered");
    }

    @Test
    void the_result_says_how_much_was_stored() throws Exception {
        onLoop(() -> {
            submit(message(2, 0));
            submit(message(1, 1));
            submit(message(0, 2));
        });
        Await.until("all are answered", () -> results.size() == 3);
        assertThat(results)
                .extracting(IntakeResult::status)
                .containsExactly(
                        IntakeResult.Status.STORED, IntakeResult.Status.PARTLY_STORED, IntakeResult.Status.REJECTED);
        assertThat(results.get(2).reason()).isEqualTo(RejectReason.UNKNOWN_KEY);
        assertThat(results.get(1).detail()).isEqualTo("kept 1, refused 1: detail 0");
        assertThat(results.get(2).detail()).isEqualTo("\"k0\": detail 0; \"k1\": detail 1");
        assertThat(stores.readings()).hasSize(3);
        assertThat(intake.counters().messages(Door.COAP)).isEqualTo(3);
        assertThat(intake.counters().readings(Door.COAP)).isEqualTo(3);
        assertThat(intake.counters().refused(Door.COAP)).isEqualTo(3);
    }

    @Test
    void a_refusal_is_answered_after_earlier_readings() throws Exception {
        stores.log.shut();
        onLoop(() -> submit(message(1, 0)));
        onLoop(() -> submit(message(0, 1)));
        Await.until("the refusal is durable", () -> stores.listDeadLetters().size() == 1);
        onLoop(() -> assertThat(results).isEmpty());
        stores.log.open();
        Await.until("both are answered", () -> results.size() == 2);
        assertThat(results)
                .extracting(IntakeResult::status)
                .containsExactly(IntakeResult.Status.STORED, IntakeResult.Status.REJECTED);
    }

    @Test
    void what_waits_to_be_claimed_is_durable_before_its_sender_is_answered() throws Exception {
        CompletableFuture<Void> fsync = new CompletableFuture<>();
        intake = Intake.create(stores.log, stores.deadLetters, messages -> fsync, IntakeConfig.DEFAULT);
        batcher = intake.batcher(loop);
        onLoop(() -> submit(waiting()));
        Await.until("the refusal is durable", () -> stores.listDeadLetters().size() == 1);
        onLoop(() -> assertThat(results).isEmpty());
        fsync.complete(null);
        Await.until("it is answered", () -> results.size() == 1);
        assertThat(results.get(0).status()).isEqualTo(IntakeResult.Status.REJECTED);
    }

    @Test
    void what_is_refused_of_one_connection_holds_no_other_one_up() throws Exception {
        CompletableFuture<Void> fsync = new CompletableFuture<>();
        intake = Intake.create(stores.log, stores.deadLetters, messages -> fsync, IntakeConfig.DEFAULT);
        batcher = intake.batcher(loop);
        List<IntakeResult> flooded = new CopyOnWriteArrayList<>();
        RecordingBackpressure flooder = new RecordingBackpressure();
        onLoop(() -> {
            batcher.submit(flooder, waiting(), flooded::add);
            batcher.submit(flooder, message(1, 0), flooded::add);
            submit(message(1, 0));
            submit(message(0, 1));
        });
        Await.until("the other one is answered", () -> results.size() == 2);
        // What it sent after that is durable too, and is answered in its order.
        assertThat(stores.readings()).hasSize(2);
        assertThat(flooded).isEmpty();
        fsync.complete(null);
        Await.until("it is answered", () -> flooded.size() == 2);
        assertThat(flooded)
                .extracting(IntakeResult::status)
                .containsExactly(IntakeResult.Status.REJECTED, IntakeResult.Status.STORED);
        Await.until("nothing is in flight", () -> intake.inFlight() == 0);
    }

    @Test
    void more_connections_of_a_sender_bring_no_more_refusals_in_and_other_senders_are_read() throws Exception {
        CompletableFuture<Void> fsync = new CompletableFuture<>();
        intake = Intake.create(
                stores.log, stores.deadLetters, messages -> fsync, new IntakeConfig(Duration.ofMinutes(5), 1_000, 10));
        batcher = intake.batcher(loop);
        ExecutorService otherLoop = Executors.newSingleThreadExecutor();
        try {
            EventLoopBatcher otherBatcher = intake.batcher(otherLoop);
            RecordingBackpressure first = new RecordingBackpressure();
            RecordingBackpressure second = new RecordingBackpressure();
            onLoop(() -> {
                batcher.signedIn(first, "flooder");
                batcher.signedIn(backpressure, "honest");
                for (int i = 0; i < 5; i++) {
                    batcher.submit(first, waiting(), result -> {});
                }
                assertThat(first.asked).containsExactly("pause");
                assertThat(batcher.mayRead(backpressure, 0)).isTrue();
            });
            otherLoop
                    .submit(() -> {
                        otherBatcher.signedIn(second, "flooder");
                        assertThat(otherBatcher.mayRead(second, 0)).isFalse();
                    })
                    .get();
            assertThat(second.asked).containsExactly("pause");
            fsync.complete(null);
            Await.until("both go on", () -> first.asked.contains("resume") && second.asked.contains("resume"));
            Await.until("nothing is in flight", () -> intake.inFlight() == 0);
        } finally {
            otherLoop.shutdown();
        }
    }

    @Test
    void what_cannot_be_kept_is_not_acknowledged() throws Exception {
        intake = Intake.create(
                stores.log,
                stores.deadLetters,
                messages -> CompletableFuture.failedFuture(new IllegalStateException("the disk is full")),
                IntakeConfig.DEFAULT);
        batcher = intake.batcher(loop);
        onLoop(() -> {
            submit(waiting());
            submit(message(1, 0));
        });
        Await.until("both are answered", () -> results.size() == 2);
        assertThat(results)
                .extracting(IntakeResult::status)
                .containsExactly(IntakeResult.Status.UNAVAILABLE, IntakeResult.Status.STORED);
    }

    private static ValidatedMessage waiting() {
        KeptValue value = new KeptValue("kwh", new KeptTime(Form.ARRIVAL, NOW_MS), 1, Flag.NORMAL);
        ProvedSender gateway = new ProvedSender(ProvedSender.Kind.GATEWAY, "gw");
        KeptMessage kept = new KeptMessage(Door.COAP, gateway, "m9", NOW_MS, List.of(value));
        return new ValidatedMessage(Door.COAP, List.of(), message(0, 1).deadLetters(), List.of(kept));
    }

    @Test
    void refusals_are_still_answered_while_the_log_fails() throws Exception {
        stores.log.broken(true);
        onLoop(() -> {
            submit(message(1, 0));
            submit(message(0, 1));
        });
        Await.until("both are answered", () -> results.size() == 2);
        assertThat(results)
                .extracting(IntakeResult::status)
                .containsExactly(IntakeResult.Status.UNAVAILABLE, IntakeResult.Status.REJECTED);
        assertThat(results.get(0).detail()).contains("the disk is full", "send it again");
        assertThat(intake.trouble()).contains("the disk is full");
        stores.log.broken(false);
        onLoop(() -> submit(message(1, 0)));
        Await.until("it is answered", () -> results.size() == 3);
        assertThat(intake.trouble()).isNull();
    }

    @Test
    void a_connection_is_paused_beyond_its_bound_and_resumed_at_half() throws Exception {
        stores.log.shut();
        onLoop(() -> submit(message(10, 0)));
        onLoop(() -> assertThat(backpressure.asked).isEmpty());
        onLoop(() -> submit(message(1, 0)));
        onLoop(() -> assertThat(backpressure.asked).containsExactly("pause"));
        stores.log.open();
        Await.until("it resumes", () -> backpressure.asked.contains("resume"));
        assertThat(backpressure.asked).startsWith("pause").contains("resume");
        Await.until("nothing is in flight", () -> intake.inFlight() == 0);
    }

    @Test
    void a_loop_paused_by_the_load_of_another_is_woken_by_it() throws Exception {
        ExecutorService otherLoop = Executors.newSingleThreadExecutor();
        try {
            EventLoopBatcher otherBatcher = intake.batcher(otherLoop);
            stores.log.shut();
            RecordingBackpressure heavy = new RecordingBackpressure();
            otherLoop
                    .submit(() -> otherBatcher.submit(heavy, message(1_000, 0), results::add))
                    .get();
            onLoop(() -> submit(message(0, 1)));
            Await.until(
                    "the light one was answered and is held",
                    () -> results.size() == 1 && backpressure.asked.contains("pause"));
            stores.log.open();
            Await.until("the light one resumes", () -> backpressure.asked.contains("resume"));
        } finally {
            otherLoop.shutdown();
        }
    }

    @Test
    void a_message_without_values_counts_too() throws Exception {
        stores.log.shut();
        onLoop(() -> submit(message(1, 0)));
        onLoop(() -> {
            for (int i = 0; i < 10; i++) {
                submit(message(0, 0));
            }
        });
        onLoop(() -> assertThat(backpressure.asked).containsExactly("pause"));
        assertThat(results).isEmpty();
        stores.log.open();
        Await.until("all are answered", () -> results.size() == 11);
        Await.until("nothing is in flight", () -> intake.inFlight() == 0);
    }

    @Test
    void a_refusal_weighs_by_the_text_it_holds() throws Exception {
        DeadLetter deadLetter = new DeadLetter(
                Door.COAP,
                "m1",
                "m1",
                "k".repeat(10 * InFlight.CHARACTERS_PER_READING),
                RejectReason.UNKNOWN_KEY,
                Bilingual.same(""),
                "",
                NOW_MS);
        onLoop(() -> {
            submit(ValidatedMessage.refused(deadLetter));
            assertThat(intake.inFlight()).isEqualTo(11);
            assertThat(backpressure.asked).containsExactly("pause");
        });
        Await.until("it resumes", () -> backpressure.asked.contains("resume"));
    }

    @Test
    void a_connection_is_paused_before_it_is_read_while_all_is_full() throws Exception {
        ExecutorService otherLoop = Executors.newSingleThreadExecutor();
        try {
            EventLoopBatcher otherBatcher = intake.batcher(otherLoop);
            stores.log.shut();
            onLoop(() -> assertThat(batcher.mayRead(backpressure, 0)).isTrue());
            otherLoop
                    .submit(() -> otherBatcher.submit(new RecordingBackpressure(), message(1_001, 0), results::add))
                    .get();
            onLoop(() -> assertThat(batcher.mayRead(backpressure, 0)).isFalse());
            assertThat(backpressure.asked).containsExactly("pause");
            stores.log.open();
            Await.until("it resumes", () -> backpressure.asked.contains("resume"));
            onLoop(() -> assertThat(batcher.mayRead(backpressure, 0)).isTrue());
        } finally {
            otherLoop.shutdown();
        }
    }

    @Test
    void a_connection_that_fills_everything_on_resuming_leaves_the_others_paused() throws Exception {
        RecordingBackpressure second = new RecordingBackpressure();
        Backpressure greedy = new Backpressure() {
            @Override
            protected void pause() {
                // It is resumed below.
            }

            @Override
            protected void resume() {
                stores.log.shut();
                batcher.submit(this, message(1_001, 0), results::add);
            }

            @Override
            protected void answered() {
                // Nothing to flush.
            }
        };
        stores.log.shut();
        onLoop(() -> {
            batcher.submit(greedy, message(1_001, 0), results::add);
            batcher.mayRead(second, 0);
        });
        onLoop(() -> assertThat(second.asked).containsExactly("pause"));
        stores.log.open();
        Await.until("the greedy one resumed", () -> stores.log.waiting() == 1);
        onLoop(() -> assertThat(second.asked).containsExactly("pause"));
        stores.log.open();
        Await.until("its turn comes", () -> second.asked.contains("resume"));
    }

    /** Fills everything each time it is resumed. */
    private final class Greedy extends Backpressure {
        private final String name;
        private final List<String> resumed;

        Greedy(String name, List<String> resumed) {
            this.name = name;
            this.resumed = resumed;
        }

        @Override
        protected void pause() {
            // It is resumed below.
        }

        @Override
        protected void resume() {
            resumed.add(name);
            stores.log.shut();
            batcher.submit(this, message(1_001, 0), results::add);
        }

        @Override
        protected void answered() {
            // Nothing to flush.
        }
    }

    @Test
    void a_connection_that_brought_little_resumes_before_one_that_filled_everything() throws Exception {
        List<String> resumed = new CopyOnWriteArrayList<>();
        Backpressure first = new Greedy("first", resumed);
        Backpressure second = new Greedy("second", resumed);
        Backpressure little = new RecordingBackpressure() {
            @Override
            protected void resume() {
                resumed.add("little");
            }
        };
        stores.log.shut();
        onLoop(() -> {
            batcher.submit(first, message(1_001, 0), results::add);
            batcher.mayRead(second, 0);
        });
        stores.log.open();
        Await.until("the first resumed", () -> stores.log.waiting() == 1);
        onLoop(() -> batcher.mayRead(little, 0));
        for (int i = 2; i < 5; i++) {
            int turns = i;
            stores.log.open();
            Await.until("the next resumes", () -> resumed.size() >= turns);
        }
        assertThat(resumed).startsWith("first", "second", "little", "first");
        stores.log.open();
    }

    @Test
    void closed_stores_make_a_message_unavailable() throws Exception {
        stores.close();
        onLoop(() -> submit(message(1, 1)));
        Await.until("it is answered", () -> results.size() == 1);
        assertThat(results.get(0).status()).isEqualTo(IntakeResult.Status.UNAVAILABLE);
    }

    private void submit(ValidatedMessage message) {
        batcher.submit(backpressure, message, results::add);
    }

    private void onLoop(Runnable task) throws InterruptedException, ExecutionException {
        loop.submit(task).get();
    }

    private static ValidatedMessage message(int readings, int refusals) {
        List<Reading> kept = new ArrayList<>();
        for (int i = 0; i < readings; i++) {
            kept.add(new Reading(
                    "ent", "m1", "kwh", "m1.kwh", i, Unit.values()[0], Flag.NORMAL, 1_000L * i, NOW_MS, Door.COAP));
        }
        List<DeadLetter> refused = new ArrayList<>();
        for (int i = 0; i < refusals; i++) {
            refused.add(new DeadLetter(
                    Door.COAP,
                    "m1",
                    "m1",
                    "k" + i,
                    RejectReason.UNKNOWN_KEY,
                    Bilingual.same("detail " + i),
                    "{}",
                    NOW_MS));
        }
        return new ValidatedMessage(Door.COAP, kept, refused);
    }
}
