package io.greenpark.lab.ledger;

import io.greenpark.lab.load.LoadClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a load in a thread of its own until stopped, then until everything begun is acknowledged. A device sends at
 * its pace; what could not go out meanwhile follows as fast as the server takes it.
 */
public final class LedgerGenerator implements AutoCloseable {
    private static final long SELECT_MS = 5;
    private static final double NANOS = 1e9;

    private final LedgerLoad load;
    private final InetSocketAddress server;
    private final LedgerFile ledger;
    private final Selector selector;
    private final Disorder disorder = new Disorder();
    private final List<LedgerConnection> connections = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "ledger-generator");
    private volatile boolean sending = true;
    private volatile boolean closed;
    private volatile boolean settled;
    private volatile boolean done;
    private volatile long acknowledged;
    private volatile long lost;
    private volatile @Nullable IOException failure;

    private LedgerGenerator(LedgerLoad load, InetSocketAddress server, LedgerFile ledger, Selector selector) {
        this.load = load;
        this.server = server;
        this.ledger = ledger;
        this.selector = selector;
    }

    /**
     * Begins to send.
     *
     * @param clients one a device, in the order of the load
     * @param window messages of a device that may be unacknowledged at a time
     */
    public static LedgerGenerator start(
            LedgerLoad load, InetSocketAddress server, List<LoadClient> clients, int window, Path ledger, long seed)
            throws IOException {
        LedgerGenerator generator = new LedgerGenerator(load, server, LedgerFile.create(ledger), Selector.open());
        for (int d = 0; d < clients.size(); d++) {
            generator.connections.add(new LedgerConnection(
                    d,
                    load,
                    clients.get(d),
                    window,
                    generator.ledger,
                    generator.disorder,
                    new Random(seed + d),
                    generator.selector));
        }
        generator.thread.start();
        return generator;
    }

    private void run() {
        long began = System.nanoTime();
        try {
            while (!closed) {
                double seconds = (System.nanoTime() - began) / NANOS;
                for (int d = 0; d < connections.size(); d++) {
                    long due = sending ? (long) (seconds * load.devices().get(d).perSecond()) : 0;
                    connections.get(d).turn(server, due);
                }
                selector.select(SELECT_MS);
                for (var key : selector.selectedKeys()) {
                    if (key.isValid() && key.attachment() instanceof LedgerConnection connection) {
                        connection.ready(key);
                    }
                }
                selector.selectedKeys().clear();
                acknowledged = connections.stream()
                        .mapToLong(LedgerConnection::acknowledged)
                        .sum();
                lost = connections.stream().mapToLong(LedgerConnection::lost).sum();
                settled = !sending && connections.stream().allMatch(LedgerConnection::settled);
                done = connections.stream().allMatch(LedgerConnection::done);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Whether messages are shuffled and repeated from now on. */
    public void disorderly(boolean on) {
        disorder.set(on);
    }

    /** Acknowledgements so far, repetitions included. */
    public long acknowledged() {
        return acknowledged;
    }

    /** The port each device sends from, by device; a record of the network names devices so. */
    public List<Integer> localPorts() {
        return connections.stream().map(LedgerConnection::localPort).toList();
    }

    /** Connections that broke or were refused so far. */
    public long lostConnections() {
        return lost;
    }

    /** Whether everything of the load is sent and acknowledged. */
    public boolean done() {
        return done;
    }

    /**
     * Begins nothing new and waits until everything begun is acknowledged.
     *
     * @return whether it was, before {@code giveUp} said so
     * @throws IOException if the ledger could not be written: then nothing can be said of the run
     */
    public boolean settle(BooleanSupplier giveUp) throws IOException, InterruptedException {
        sending = false;
        while (!settled && thread.isAlive() && !giveUp.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(SELECT_MS);
        }
        IOException broken = failure;
        if (broken != null) {
            throw new IOException("the ledger could not be written: " + broken.getMessage(), broken);
        }
        return settled;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(LedgerConnection::close);
        selector.close();
        ledger.close();
    }
}
