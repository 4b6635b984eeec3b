package io.greenpark.lab.bench.peers;

import io.greenpark.config.machine.FreePort;
import io.greenpark.lab.load.LoadClient;
import io.greenpark.lab.machine.MosquittoProgram;
import io.greenpark.lab.machine.ServerProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Mosquitto, which devices send to, and a bridge behind it, which writes to InfluxDB. */
final class BridgedChain implements RunningChain {
    private static final int WORDS_BYTES = 4_000;

    private final int port;
    private final ServerProcess broker;
    private final Bridge.Command command;
    private final Path output;
    private ServerProcess bridge;
    private ResourceUsage past = ResourceUsage.NONE;

    private BridgedChain(int port, ServerProcess broker, Bridge.Command command, Path output) throws IOException {
        this.port = port;
        this.broker = broker;
        this.command = command;
        this.output = output;
        this.bridge = launch();
    }

    /**
     * Starts both. The bridge may still be on its way when this returns.
     *
     * @param peers folder of the settings
     */
    static BridgedChain start(Chain chain, Bridge program, Path peers, Path dir, URI influx)
            throws IOException, InterruptedException {
        int port = FreePort.take();
        List<String> settings =
                Files.readAllLines(peers.resolve("mosquitto").resolve(chain.brokerSettings() + ".conf"));
        Path brokerDir = Files.createDirectory(dir.resolve("mosquitto"));
        Path bridgeDir = Files.createDirectory(dir.resolve("bridge"));
        ServerProcess broker = new ServerProcess(MosquittoProgram.start(brokerDir, port, settings));
        try {
            return new BridgedChain(
                    port,
                    broker,
                    program.command(chain.settings(), bridgeDir, port, influx),
                    dir.resolve("bridge.log"));
        } catch (IOException e) {
            broker.close();
            throw e;
        }
    }

    private ServerProcess launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.line())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(command.environment());
        return new ServerProcess(builder.start());
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    @Override
    public List<LoadClient> clients(List<String> devices) {
        return devices.stream()
                .map(d -> new LoadClient(d, PeersPark.topic(d), null, null))
                .toList();
    }

    @Override
    public void kill() throws IOException, InterruptedException {
        past = past.with(bridge);
        bridge.kill();
    }

    @Override
    public void restart() throws IOException {
        bridge = launch();
    }

    @Override
    public void check() throws IOException {
        if (!broker.isAlive() || !bridge.isAlive()) {
            String words = Files.readString(output);
            throw new IOException((broker.isAlive() ? "the bridge" : "mosquitto") + " ended by itself: "
                    + words.substring(Math.max(0, words.length() - WORDS_BYTES)));
        }
    }

    @Override
    public long residentBytes() throws IOException {
        return broker.residentBytes() + past.with(bridge).residentBytes();
    }

    @Override
    public Duration cpu() {
        return broker.cpu().plus(past.cpu()).plus(bridge.cpu());
    }

    /** Nothing of them is needed any more, so the bridge is not given time to finish its work. */
    @Override
    public void close() throws IOException, InterruptedException {
        bridge.kill();
        broker.close();
    }
}
