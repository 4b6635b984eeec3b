package io.greenpark.lab.bench;

import io.greenpark.config.command.UserError;
import io.greenpark.config.folder.FileTree;
import io.greenpark.config.machine.FreePort;
import io.greenpark.config.tls.KeyAlgorithm;
import io.greenpark.config.tls.TlsFolder;
import io.greenpark.config.tls.TlsSetup;
import io.greenpark.lab.load.LoadClient;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures what a connection costs that publishes once a minute, plain and over TLS. */
public final class ConnectionsBench {
    /** What loads classes and compiles before the memory is read for the first time. */
    private static final int WARM_UP = 100;

    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(2);

    private final ConnectionsOptions options;
    private final PrintStream out;
    private final Clock clock;

    private ConnectionsBench(ConnectionsOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Measures and prints; takes a good minute a row with the default options.
     *
     * @throws UserError if this process may not open so many sockets, or a server does not start or refuses a connection
     */
    public static void run(ConnectionsOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        for (int connections : options.counts()) {
            String problem = FileLimit.problem(connections, FileLimit.ofThisProcess());
            if (problem != null) {
                throw UserError.failed(problem);
            }
        }
        new ConnectionsBench(options, out, clock).run();
    }

    private void run() throws IOException, InterruptedException {
        out.println(
                ConnectionsTable.conditions(options, FileLimit.ofThisProcess(), DiskProbe.fsyncMicros(options.dir())));
        List<ConnectionsRun> runs = new ArrayList<>();
        for (String kind : List.of(ConnectionsTable.PLAIN, ConnectionsTable.TLS)) {
            for (int connections : options.counts()) {
                runs.add(measure(kind, connections));
            }
        }
        out.println(ConnectionsTable.of(runs));
    }

    private ConnectionsRun measure(String kind, int connections) throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(options.dir(), "bench-");
        List<String> words = new ArrayList<>();
        words.addAll(List.of("--set", "mqtt.maxConnections=" + (connections + WARM_UP)));
        Path authority = null;
        int tlsPort = 0;
        if (kind.equals(ConnectionsTable.TLS)) {
            authority = certificate(dir.resolve("data"));
            tlsPort = FreePort.take();
            words.addAll(List.of("--set", "mqtt.tlsPort=" + tlsPort, "--set", "tls.http=false"));
        }
        try (PipelineServer server = PipelineServer.start(dir, ConnectionsPark.yaml(connections), words)) {
            InetSocketAddress address =
                    authority == null ? server.address() : new InetSocketAddress("localhost", tlsPort);
            return measure(kind, connections, server, address, authority);
        } finally {
            FileTree.delete(dir);
        }
    }

    private Path certificate(Path data) {
        new TlsSetup(data, clock).make(KeyAlgorithm.EC, List.of(), "localhost", CERTIFICATE_LIFE);
        return TlsFolder.of(data).forDevices();
    }

    private ConnectionsRun measure(
            String kind, int connections, PipelineServer server, InetSocketAddress address, @Nullable Path authority)
            throws IOException, InterruptedException {
        List<LoadClient> clients = server.clients(ConnectionsPark.devices(connections));
        List<LoadClient> few = clients.subList(0, Math.min(WARM_UP, connections));
        try (IdleClients warmUp = IdleClients.connect(address, few, ConnectionsPark.KEY, authority)) {
            warmUp.publish(Duration.ZERO, clock.millis());
        }
        boolean collected = server.collectGarbage();
        long before = server.residentNowBytes();
        long began = System.nanoTime();
        try (IdleClients idle = IdleClients.connect(address, clients, ConnectionsPark.KEY, authority)) {
            Duration connect = Duration.ofNanos(System.nanoTime() - began);
            idle.publish(options.every(), clock.millis());
            collected &= server.collectGarbage();
            long after = server.residentNowBytes();
            ConnectionsRun run =
                    new ConnectionsRun(kind, connections, connect, before, server.residentBytes(), after, collected);
            out.printf("  %s, %,d connections: open and heard%n", kind, connections);
            return run;
        }
    }
}
