package io.greenpark.deploy.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server under load: a process that takes MQTT on a port of the loopback. */
abstract class BenchServer implements AutoCloseable {
    private static final long STOP_SECONDS = 10;
    private static final String PEAK = "VmHWM:";
    private static final String NOW = "VmRSS:";

    /** Starts a server of one kind in a directory. */
    @FunctionalInterface
    interface Starter {
        BenchServer start(Path dir) throws IOException, InterruptedException;
    }

    private final Process process;
    private final int port;

    BenchServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    /** The most memory it ever held, as Linux tells it; 0 where nobody does. */
    long residentBytes() throws IOException {
        return status(PEAK);
    }

    /** The memory it holds now; 0 where nobody tells. */
    long residentNowBytes() throws IOException {
        return status(NOW);
    }

    private long status(String key) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith(key))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1_024)
                .findFirst()
                .orElse(0);
    }

    long pid() {
        return process.pid();
    }

    /** Processor time since its start; zero where nobody tells. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
