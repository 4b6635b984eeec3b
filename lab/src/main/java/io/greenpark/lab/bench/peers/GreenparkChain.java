package io.greenpark.lab.bench.peers;

import io.greenpark.lab.bench.PipelineServer;
import io.greenpark.lab.load.LoadClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code greenpark run} with all its roles: devices send to it directly, and it writes to InfluxDB. */
final class GreenparkChain implements RunningChain {
    private final Path dir;
    private final String configuration;
    private final List<String> words;
    private PipelineServer server;
    private ResourceUsage past = ResourceUsage.NONE;

    private GreenparkChain(Path dir, String configuration, List<String> words)
            throws IOException, InterruptedException {
        this.dir = dir;
        this.configuration = configuration;
        this.words = words;
        this.server = PipelineServer.start(dir, configuration, words);
    }

    static GreenparkChain start(Path dir, PeersPark park, URI influx) throws IOException, InterruptedException {
        return new GreenparkChain(
                dir,
                park.yaml(),
                List.of("--set", "influx.url=" + influx, "--set", "influx.database=" + PeersPark.DATABASE));
    }

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public List<LoadClient> clients(List<String> devices) {
        return server.clients(devices);
    }

    @Override
    public void kill() throws IOException, InterruptedException {
        past = past.with(server);
        server.kill();
    }

    @Override
    public void restart() throws IOException, InterruptedException {
        server = PipelineServer.start(dir, configuration, words);
    }

    @Override
    public void check() throws IOException {
        if (!server.isAlive()) {
            throw new IOException("greenpark ended by itself");
        }
    }

    @Override
    public long residentBytes() throws IOException {
        return past.with(server).residentBytes();
    }

    @Override
    public Duration cpu() {
        return past.cpu().plus(server.cpu());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
    }
}
