package io.greenpark.lab.ledger;

import io.greenpark.lab.load.AckReader;
import io.greenpark.lab.load.LoadClient;
import io.greenpark.lab.load.MqttBytes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One device that does not give up: what was not acknowledged when its connection broke is sent again on the next. Belongs
 * to the generator's thread.
 */
final class LedgerConnection implements AckReader.Listener {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final long SHORTEST_PAUSE_MS = 50;
    private static final int PAUSE_SPREAD_MS = 300;
    private static final long ANSWER_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final int device;
    private final LedgerLoad load;
    private final LoadClient client;
    private final int window;
    private final LedgerFile ledger;
    private final Disorder disorder;
    private final Random random;
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER_BYTES);
    private final Set<Long> toSend = new LinkedHashSet<>();
    private final Set<Long> underWay = new LinkedHashSet<>();
    /** Acknowledged by what was read last. */
    private final List<Integer> packetIds = new ArrayList<>();

    private ByteBuffer out = ByteBuffer.allocate(0);
    private volatile @Nullable SocketChannel channel;
    private boolean accepted;
    private long next;
    private long acknowledged;
    private long lost;
    private long quietSince;
    private long mayConnectAt;

    LedgerConnection(
            int device,
            LedgerLoad load,
            LoadClient client,
            int window,
            LedgerFile ledger,
            Disorder disorder,
            Random random,
            Selector selector) {
        this.device = device;
        this.load = load;
        this.client = client;
        this.window = window;
        this.ledger = ledger;
        this.disorder = disorder;
        this.random = random;
        this.selector = selector;
    }

    /** One round: connects if need be, and sends what is due. */
    void turn(InetSocketAddress server, long due) throws IOException {
        long now = System.nanoTime();
        try {
            if (channel == null) {
                connect(server, now);
            } else if (now - quietSince > ANSWER_TIMEOUT_NANOS && (!accepted || !underWay.isEmpty())) {
                lose();
            } else if (accepted) {
                fill(Math.min(due, load.devices().get(device).messages()));
                send();
            }
        } catch (SocketFailure e) {
            lose();
        }
    }

    /** What its socket is ready for. */
    void ready(SelectionKey key) throws IOException {
        try {
            if (key.isConnectable()) {
                greet(key);
            } else if (key.isReadable()) {
                read();
            } else {
                send();
            }
        } catch (SocketFailure e) {
            lose();
        }
    }

    private void connect(InetSocketAddress server, long now) throws SocketFailure {
        if (now < mayConnectAt) {
            return;
        }
        quietSince = now;
        SocketFailure.attempt(() -> {
            SocketChannel opened = SocketChannel.open();
            channel = opened;
            opened.configureBlocking(false);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = opened.register(selector, SelectionKey.OP_CONNECT, this);
            if (opened.connect(server)) {
                greet(key);
            }
        });
    }

    private void greet(SelectionKey key) throws SocketFailure {
        SocketFailure.attempt(() -> channel().finishConnect());
        key.interestOps(SelectionKey.OP_READ);
        out = ByteBuffer.wrap(MqttBytes.connect(client));
        send();
    }

    private SocketChannel channel() throws IOException {
        if (channel == null) {
            throw new IOException("no connection");
        }
        return channel;
    }

    /** Chooses what goes out next, as far as the window allows. */
    private void fill(long due) throws IOException {
        if (out.hasRemaining()) {
            return;
        }
        while (next < due && toSend.size() + underWay.size() < window) {
            List<Long> some = disorder.next(next, due, random);
            next = Math.max(next, Collections.max(some) + 1);
            toSend.addAll(some);
        }
        List<byte[]> frames = new ArrayList<>();
        for (Iterator<Long> all = toSend.iterator(); all.hasNext() && underWay.size() < window; ) {
            long sequence = all.next();
            all.remove();
            ledger.sent(device, sequence);
            underWay.add(sequence);
            frames.add(LedgerMessage.frame(load, device, sequence));
        }
        out = ByteBuffer.allocate(frames.stream().mapToInt(f -> f.length).sum());
        frames.forEach(out::put);
        out.flip();
    }

    private void send() throws SocketFailure {
        SocketFailure.attempt(() -> {
            SocketChannel to = channel();
            if (out.hasRemaining()) {
                to.write(out);
                to.keyFor(selector)
                        .interestOps(
                                out.hasRemaining()
                                        ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                                        : SelectionKey.OP_READ);
            }
        });
    }

    private void read() throws IOException, SocketFailure {
        packetIds.clear();
        SocketFailure.attempt(() -> {
            int read = channel().read(in);
            in.flip();
            AckReader.read(in, this);
            in.compact();
            if (read < 0) {
                throw new IOException("the server ended the connection");
            }
        });
        quietSince = System.nanoTime();
        for (int packetId : packetIds) {
            acknowledge(LedgerMessage.sequence(packetId, next));
        }
    }

    @Override
    public void accepted() {
        accepted = true;
    }

    @Override
    public void acknowledged(int packetId) {
        packetIds.add(packetId);
    }

    private void acknowledge(long sequence) throws IOException {
        ledger.acknowledged(device, sequence);
        underWay.remove(sequence);
        acknowledged++;
    }

    /** The connection is gone; what it owed is sent again, in front of what is new. */
    private void lose() {
        close();
        lost++;
        accepted = false;
        in.clear();
        out = ByteBuffer.allocate(0);
        List<Long> again = new ArrayList<>(underWay);
        again.addAll(toSend);
        toSend.clear();
        underWay.clear();
        toSend.addAll(again);
        mayConnectAt =
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SHORTEST_PAUSE_MS + random.nextInt(PAUSE_SPREAD_MS));
    }

    /** The port it sends from; 0 without a connection. */
    int localPort() {
        SocketChannel open = channel;
        return open == null ? 0 : open.socket().getLocalPort();
    }

    /** Acknowledgements received, repetitions included. */
    long acknowledged() {
        return acknowledged;
    }

    /** Connections that broke or were refused. */
    long lost() {
        return lost;
    }

    /** Whether all that was begun is acknowledged. */
    boolean settled() {
        return toSend.isEmpty() && underWay.isEmpty();
    }

    /** Whether all it has to send is acknowledged. */
    boolean done() {
        return settled() && next >= load.devices().get(device).messages();
    }

    void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The operating system has let go of it all the same.
        } finally {
            channel = null;
        }
    }
}
