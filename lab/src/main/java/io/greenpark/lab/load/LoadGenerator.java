package io.greenpark.lab.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a load from one thread: connect, warm up, count, and wait for what is still unacknowledged. */
public final class LoadGenerator {
    private static final Logger LOG = LoggerFactory.getLogger(LoadGenerator.class);
    private static final Duration CONNECT_TIME = Duration.ofSeconds(20);
    /** On top for each connection, since each is checked by its password. */
    private static final Duration CONNECT_TIME_EACH = Duration.ofMillis(20);

    private static final Duration DRAIN_TIME = Duration.ofSeconds(10);
    private static final long SELECT_MS = 10;
    private static final long NANOS_PER_MS = 1_000_000;
    /** A selector waits for whole milliseconds; shorter waits for what is due are cut into pieces of this length. */
    private static final long SHORT_WAIT_NANOS = 100_000;

    private final LoadOptions options;
    private final Ledger ledger;
    private final Companion companion;
    private final Histogram micros = AckLatency.histogram();
    private final List<LoadConnection> live = new ArrayList<>();
    /** By number, also those that were lost. */
    private final List<LoadConnection> all = new ArrayList<>();

    private Schedule schedule = Schedule.NONE;
    private boolean counting;
    private boolean sending;
    private long most;
    private long countedFromNanos;
    private long lastNanos;
    private long sentByLost;
    private long acknowledgedByLost;
    private int lost;

    /** What has a load go on beside something else. Called on the generator's thread. */
    interface Companion {
        /** Lets the load run as its options say. */
        Companion NONE = new Companion() {};

        /** Every connection was let in and the schedule has begun. */
        default void begun() {}

        /** Whether to send no more. */
        default boolean over() {
            return false;
        }
    }

    private LoadGenerator(LoadOptions options, Ledger ledger, Companion companion) {
        this.options = options;
        this.ledger = ledger;
        this.companion = companion;
    }

    /**
     * Runs a load on the calling thread.
     *
     * @throws IOException if the server cannot be reached or refuses a connection; a connection lost later is counted
     */
    public static LoadResult run(LoadOptions options, Ledger ledger) throws IOException {
        return run(options, ledger, Companion.NONE);
    }

    static LoadResult run(LoadOptions options, Ledger ledger, Companion companion) throws IOException {
        return new LoadGenerator(options, ledger, companion).run();
    }

    private LoadResult run() throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < options.clients().size(); i++) {
                live.add(new LoadConnection(i, options, selector, this::acknowledged));
            }
            all.addAll(live);
            connect(selector);
            long start = System.nanoTime();
            schedule = Schedule.of(options.every(), all.size(), start);
            countedFromNanos = start + options.warmUp().toNanos();
            live.forEach(c -> c.follow(schedule));
            companion.begun();
            sending = true;
            turn(selector, options.warmUp());
            counting = true;
            long began = System.nanoTime();
            lastNanos = began;
            turn(selector, options.duration());
            boolean allSent = live.stream().allMatch(LoadConnection::done);
            Duration elapsed = Duration.ofNanos((allSent ? lastNanos : System.nanoTime()) - began);
            counting = false;
            sending = false;
            turn(selector, DRAIN_TIME);
            return result(elapsed);
        } finally {
            live.forEach(LoadConnection::close);
        }
    }

    private void connect(Selector selector) throws IOException {
        long until = System.nanoTime()
                + CONNECT_TIME.plus(CONNECT_TIME_EACH.multipliedBy(live.size())).toNanos();
        while (!live.stream().allMatch(LoadConnection::isAccepted)) {
            select(selector);
            if (live.isEmpty() || System.nanoTime() > until) {
                throw new IOException(options.server() + ": " + lost + " of "
                        + options.clients().size() + " connections were refused or not answered");
            }
        }
    }

    /** Sends and receives for a time, or until there is nothing left to do. */
    private void turn(Selector selector, Duration time) throws IOException {
        long began = System.nanoTime();
        writeAll();
        while (System.nanoTime() - began < time.toNanos()
                && !(sending && companion.over())
                && !live.stream().allMatch(c -> sending ? c.done() : c.idle())) {
            long before = most;
            select(selector);
            most = most();
            if (most > before) {
                writeAll();
            }
            if (sending) {
                writeDue();
            }
        }
    }

    private void writeDue() {
        long now = System.nanoTime();
        for (int due = schedule.takeDue(now); due >= 0; due = schedule.takeDue(now)) {
            LoadConnection connection = all.get(due);
            if (connection.open()) {
                attempt(connection, () -> connection.write(most));
            }
        }
    }

    private void writeAll() {
        most = most();
        for (LoadConnection connection : List.copyOf(live)) {
            attempt(connection, () -> connection.write(most));
        }
    }

    /** How many messages a connection may have sent by now: no more than its lead over the slowest. */
    private long most() {
        if (!sending || options.lead() == Long.MAX_VALUE) {
            return sending ? Long.MAX_VALUE : 0;
        }
        return options.lead()
                + live.stream().mapToLong(LoadConnection::acknowledged).min().orElse(0);
    }

    private void select(Selector selector) throws IOException {
        long wait = sending && schedule.paced()
                ? Math.min(schedule.untilNextNanos(System.nanoTime()), SELECT_MS * NANOS_PER_MS)
                : SELECT_MS * NANOS_PER_MS;
        if (wait >= NANOS_PER_MS) {
            selector.select(this::ready, wait / NANOS_PER_MS);
            return;
        }
        if (selector.selectNow(this::ready) == 0 && wait > 0) {
            LockSupport.parkNanos(Math.min(wait, SHORT_WAIT_NANOS));
        }
    }

    private void ready(SelectionKey selected) {
        LoadConnection connection = (LoadConnection) selected.attachment();
        attempt(connection, () -> {
            if ((selected.readyOps() & SelectionKey.OP_READ) != 0) {
                connection.read();
            }
            connection.write(most);
        });
    }

    /** One step of a connection. */
    @FunctionalInterface
    private interface ConnectionAction {
        void run() throws IOException;
    }

    private void attempt(LoadConnection connection, ConnectionAction step) {
        try {
            step.run();
        } catch (IOException e) {
            LOG.warn("load: a connection to {} is lost: {}", options.server(), e.getMessage());
            lost++;
            sentByLost += connection.sent();
            acknowledgedByLost += connection.acknowledged();
            live.remove(connection);
            connection.close();
        }
    }

    private void acknowledged(int connection, long sequence, long nanos) {
        ledger.acknowledged(connection, sequence, nanos);
        if (counts(connection, sequence)) {
            micros.recordValue(Math.max(0, nanos / 1_000));
            lastNanos = System.nanoTime();
        }
    }

    /** With a schedule what was due in the time counts, whenever it is acknowledged: the last to come are not left out. */
    private boolean counts(int connection, long sequence) {
        if (!schedule.paced()) {
            return counting;
        }
        long since = schedule.dueNanos(connection, sequence, 0) - countedFromNanos;
        return since >= 0 && since < options.duration().toNanos();
    }

    private LoadResult result(Duration elapsed) {
        return new LoadResult(
                micros.getTotalCount() * options.valuesPerMessage(),
                elapsed,
                AckLatency.of(micros),
                sentByLost + live.stream().mapToLong(LoadConnection::sent).sum(),
                acknowledgedByLost
                        + live.stream().mapToLong(LoadConnection::acknowledged).sum(),
                lost);
    }
}
