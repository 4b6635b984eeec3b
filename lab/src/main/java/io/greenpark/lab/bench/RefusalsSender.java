package io.greenpark.lab.bench;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.Backpressure;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptTime;
import io.greenpark.park.quarantine.KeptValue;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Unit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A connection of a gateway: one that floods, or one that now and then sends a value that counts and one that nobody knows. */
final class RefusalsSender extends Backpressure {
    /** Values of a message that floods, each of a device and key made up. */
    private static final int FLOODED = 20;

    private static final int MADE_UP = 10_000;
    private static final long PAUSE_MS = 40;
    /** Bytes of a read of a socket. */
    private static final int READ = 1_000;

    private static final Bilingual WHY = new Bilingual(
            "设备“made-up”未登记；其数据暂存待认领，登记后补入",
            "device \"made-up\" is not registered; what it sends waits until it is claimed");

    private final String name;
    private final EventLoopBatcher batcher;
    private final Executor loop;
    private final AtomicBoolean going;
    private final Clock clock;
    private final List<Double> refusedMs = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> readMs = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong answered = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean held;
    private boolean floods;
    private @Nullable Runnable unread;

    RefusalsSender(String name, EventLoopBatcher batcher, Executor loop, AtomicBoolean going, Clock clock) {
        this.name = name;
        this.batcher = batcher;
        this.loop = loop;
        this.going = going;
        this.clock = clock;
    }

    /** As fast as it is let. */
    void flood() {
        loop.execute(() -> {
            floods = true;
            batcher.signedIn(this, name);
            floodOn();
        });
    }

    private void floodOn() {
        if (going.get() && !held && batcher.mayRead(this, READ)) {
            batcher.submit(this, message(FLOODED, false), result -> answered.addAndGet(FLOODED));
            loop.execute(this::floodOn);
        }
    }

    /** A reading and a refusal in turn, each after the answer to the one before and a pause. */
    void sendNowAndThen() {
        Thread sending = new Thread(this::sendOn, name);
        sending.setDaemon(true);
        sending.start();
    }

    private void sendOn() {
        try {
            for (int i = 0; going.get(); i++) {
                boolean counts = i % 2 == 0;
                ValidatedMessage message = message(1, counts);
                CountDownLatch told = new CountDownLatch(1);
                long began = System.nanoTime();
                loop.execute(() -> read(() -> batcher.submit(this, message, result -> told.countDown())));
                if (!told.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("an honest sender was not answered for 30 seconds");
                }
                (counts ? readMs : refusedMs).add((System.nanoTime() - began) / 1e6);
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    void ended() throws InterruptedException {
        ended.await();
    }

    List<Double> refusedMs() {
        return refusedMs;
    }

    List<Double> readMs() {
        return readMs;
    }

    long answeredValues() {
        return answered.get();
    }

    private ValidatedMessage message(int values, boolean counts) {
        long now = clock.millis();
        if (counts) {
            return new ValidatedMessage(
                    Door.MQTT,
                    List.of(new Reading(
                            "e", name, "kwh", name + ".kwh", 1, Unit.KWH, Flag.NORMAL, now, now, Door.MQTT)),
                    List.of());
        }
        List<DeadLetter> letters = new ArrayList<>();
        List<KeptMessage> kept = new ArrayList<>();
        ProvedSender sender = new ProvedSender(ProvedSender.Kind.GATEWAY, name);
        for (int i = 0; i < values; i++) {
            String device = name + "-" + ThreadLocalRandom.current().nextInt(values == 1 ? 1 : MADE_UP);
            letters.add(new DeadLetter(
                    Door.MQTT, name, device, "kwh", RejectReason.UNKNOWN_DEVICE, WHY, "{\"" + device + "\":1}", now));
            KeptValue value = new KeptValue("kwh", new KeptTime(KeptTime.Form.INSTANT, now), now, Flag.NORMAL);
            kept.add(new KeptMessage(Door.MQTT, sender, device, now, List.of(value)));
        }
        return new ValidatedMessage(Door.MQTT, List.of(), letters, kept);
    }

    @Override
    protected void pause() {
        held = true;
    }

    /** As a door: what came is looked at once there is room. */
    private void read(Runnable message) {
        if (batcher.mayRead(this, READ)) {
            message.run();
        } else {
            unread = message;
        }
    }

    @Override
    protected void resume() {
        held = false;
        Runnable next = unread;
        unread = null;
        if (next != null) {
            loop.execute(() -> read(next));
        } else if (floods) {
            loop.execute(this::floodOn);
        }
    }

    @Override
    protected void answered() {
        // Each was told by itself.
    }
}
