package io.greenpark.lab.bench;

import io.greenpark.config.machine.FreePort;
import io.greenpark.lab.machine.MosquittoProgram;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * The usual baseline: Mosquitto with persistence and one persistent QoS 1 subscriber behind it. Its queue has no bound,
 * so that it drops nothing; it writes its store to the disk from time to time only, so what it acknowledges is less safe.
 */
final class Mosquitto extends BenchServer {
    private static final List<String> SETTINGS = List.of("persistence true", "max_queued_messages 0");

    private final DrainSubscriber subscriber;

    private Mosquitto(Process process, int port, DrainSubscriber subscriber) {
        super(process, port);
        this.subscriber = subscriber;
    }

    static Mosquitto start(Path dir) throws IOException, InterruptedException {
        int port = FreePort.take();
        Process process = MosquittoProgram.start(dir, port, SETTINGS);
        try {
            InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
            return new Mosquitto(process, port, DrainSubscriber.start(address, "greenpark/+/telemetry"));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        subscriber.close();
        super.close();
    }
}
