package io.greenpark.lab.bench;

import io.greenpark.lab.load.AckReader;
import io.greenpark.lab.load.LoadClient;
import io.greenpark.lab.load.MqttBytes;
import io.greenpark.lab.load.PublishFrame;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Many connections that mostly stay silent, plain or over TLS: each publishes when asked to and takes the
 * acknowledgement. The load generator keeps windows full over few connections; here nearly nothing happens on many.
 */
final class IdleClients implements AutoCloseable {
    /** Connections being made at a time: a park's devices come back gradually. */
    private static final int AT_A_TIME = 64;

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final NetClient netClient;
    private final InetSocketAddress server;
    private final String key;
    private final List<Connection> connections = new ArrayList<>();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile CountDownLatch awaited = new CountDownLatch(0);
    private volatile long missing;
    private volatile boolean closing;

    private IdleClients(InetSocketAddress server, String key, @Nullable Path authority) {
        this.server = server;
        this.key = key;
        NetClientOptions options = new NetClientOptions().setTcpNoDelay(true);
        if (authority != null) {
            options.setSsl(true)
                    .setHostnameVerificationAlgorithm("HTTPS")
                    .setTrustOptions(new PemTrustOptions().addCertPath(authority.toString()));
        }
        netClient = vertx.createNetClient(options);
    }

    /**
     * Opens a connection per client and waits until the server has let all of them in.
     *
     * @param key of the one value of each message
     * @param authority whom to trust with TLS; null for plain connections
     * @throws IOException if a connection is refused or not answered
     */
    static IdleClients connect(InetSocketAddress server, List<LoadClient> clients, String key, @Nullable Path authority)
            throws IOException, InterruptedException {
        IdleClients idle = new IdleClients(server, key, authority);
        try {
            idle.connect(clients);
            return idle;
        } catch (IOException | InterruptedException e) {
            idle.close();
            throw e;
        }
    }

    private void connect(List<LoadClient> clients) throws IOException, InterruptedException {
        Semaphore free = new Semaphore(AT_A_TIME);
        awaited = new CountDownLatch(clients.size());
        for (LoadClient client : clients) {
            if (!free.tryAcquire(ANSWER_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                fail("a connection was not answered within " + ANSWER_TIMEOUT.toSeconds() + " s");
            }
            if (failure.get() != null) {
                break;
            }
            Connection connection = new Connection(client, free);
            connections.add(connection);
            netClient
                    .connect(server.getPort(), server.getHostString())
                    .onSuccess(connection::opened)
                    .onFailure(e -> fail(e.toString()));
        }
        await(ANSWER_TIMEOUT, clients.size() + " connections");
    }

    /** Has every connection publish once, evenly spread over a time, and waits for the last acknowledgement. */
    void publish(Duration over, long timeMs) throws IOException, InterruptedException {
        awaited = new CountDownLatch(connections.size());
        long step = Math.max(1, connections.size());
        for (int i = 0; i < connections.size(); i++) {
            Connection connection = connections.get(i);
            vertx.setTimer(1 + over.toMillis() * i / step, id -> connection.publish(timeMs));
        }
        await(over.plus(ANSWER_TIMEOUT), connections.size() + " acknowledgements");
    }

    private void await(Duration longest, String what) throws IOException, InterruptedException {
        boolean all = awaited.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        String failed = failure.get();
        if (failed != null || !all) {
            throw new IOException((failed == null ? awaited.getCount() : missing) + " of " + what + " are missing: "
                    + (failed == null ? "no answer" : failed));
        }
    }

    private void fail(String why) {
        if (!closing && failure.compareAndSet(null, why)) {
            missing = awaited.getCount();
            // What is still awaited will do no good.
            while (awaited.getCount() > 0) {
                awaited.countDown();
            }
        }
    }

    /** One device. Its answers come on one event loop. */
    private final class Connection implements AckReader.Listener {
        private final LoadClient client;
        private final Semaphore free;
        private final PublishFrame frame;
        private final ByteBuffer answer = ByteBuffer.allocate(AckReader.FRAME_BYTES);
        private long sequence;
        private volatile @Nullable NetSocket socket;

        Connection(LoadClient client, Semaphore free) {
            this.client = client;
            this.free = free;
            this.frame = new PublishFrame(client.topic(), List.of(key), 0);
        }

        void opened(NetSocket opened) {
            socket = opened;
            opened.handler(this::read).closeHandler(v -> fail("the server ended a connection"));
            opened.write(Buffer.buffer(MqttBytes.connect(client)));
        }

        private void read(Buffer bytes) {
            for (int i = 0; i < bytes.length(); i++) {
                answer.put(bytes.getByte(i));
                if (!answer.hasRemaining()) {
                    take(answer.flip());
                    answer.clear();
                }
            }
        }

        private void take(ByteBuffer whole) {
            try {
                AckReader.read(whole, this);
            } catch (IOException e) {
                fail(e.toString());
            }
        }

        @Override
        public void accepted() {
            free.release();
            awaited.countDown();
        }

        @Override
        public void acknowledged(int packetId) {
            awaited.countDown();
        }

        void publish(long timeMs) {
            NetSocket open = socket;
            if (open != null) {
                ByteBuffer bytes = ByteBuffer.allocate(frame.length());
                frame.write(bytes, 1, sequence++, timeMs);
                open.write(Buffer.buffer(bytes.array()));
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        CountDownLatch closed = new CountDownLatch(1);
        vertx.close().onComplete(v -> closed.countDown());
        closed.await();
    }
}
