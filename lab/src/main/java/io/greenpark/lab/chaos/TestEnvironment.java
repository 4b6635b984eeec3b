package io.greenpark.lab.chaos;

import io.greenpark.config.machine.FreePort;
import io.greenpark.lab.chaos.environment.ChaosPark;
import io.greenpark.lab.chaos.environment.Disk;
import io.greenpark.lab.chaos.environment.FaultyProxy;
import io.greenpark.lab.chaos.environment.HealthProbe;
import io.greenpark.lab.chaos.environment.NoticeSink;
import io.greenpark.lab.chaos.environment.Postgres;
import io.greenpark.lab.chaos.environment.ServerUnderFaults;
import io.greenpark.lab.load.LoadClient;
import io.greenpark.lab.machine.InfluxServer;
import io.greenpark.sim.client.DeviceSecrets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server, the park that sends to it and everything around them, in one folder. */
public final class TestEnvironment implements AutoCloseable {
    static final String DATABASE = "chaos";

    /** About what a kill costs beyond the pauses of the plan: notices are to be sent until the end. */
    private static final Duration PER_KILL = Duration.ofSeconds(5);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    /** Everything but the data. */
    public final Path folder;

    /** The data; on a disk of its own where that is to run full. */
    final Path dataFolder;

    public final NoticeSink sink;
    public final ChaosPark park;
    public final ServerUnderFaults server;
    final FaultyProxy devices;
    public final HealthProbe health;
    final Disk disk;
    private final int mqttPort;
    private final int httpPort;
    final @Nullable InfluxServer influx;
    final @Nullable FaultyProxy toInflux;
    final @Nullable Postgres postgres;
    final @Nullable FaultyProxy toPostgres;

    private TestEnvironment(ChaosOptions options, Path folder, Path dataFolder, List<String> prefix, Clock clock)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.dataFolder = dataFolder;
        sink = opened(NoticeSink.open());
        park = new ChaosPark(
                options.enterprises(),
                sink.webhookUrl(),
                clock.instant(),
                options.readingsPerSecond(),
                options.spread().plus(PER_KILL.multipliedBy(options.kills())));
        influx = options.influx() ? opened(InfluxServer.open(folder.resolve("influx"))) : null;
        toInflux = influx == null ? null : opened(FaultyProxy.before(influx.port()));
        postgres = options.postgres() ? opened(Postgres.open()) : null;
        toPostgres = postgres == null ? null : opened(FaultyProxy.before(postgres.port()));
        mqttPort = FreePort.take();
        httpPort = FreePort.take();
        Path data = dataFolder.resolve("data");
        Path config = Files.writeString(folder.resolve("greenpark.yaml"), config(mqttPort, httpPort));
        server = opened(new ServerUnderFaults(config, data, folder.resolve("server.log"), prefix));
        devices = opened(FaultyProxy.before(mqttPort));
        health = new HealthProbe(httpPort, data);
        disk = Disk.of(dataFolder);
    }

    /**
     * Sets it up; the server is not started yet.
     *
     * @param prefix what the server's command line begins with
     */
    public static TestEnvironment open(ChaosOptions options, List<String> prefix, Clock clock)
            throws IOException, InterruptedException {
        Files.createDirectories(options.dir());
        Path dataFolder = Files.createTempDirectory(options.dir(), "chaos-");
        // The ledger must not suffer when the disk of the data runs full.
        Path folder = Disk.isSmall(options.dir()) ? Files.createTempDirectory("chaos-") : dataFolder;
        return new TestEnvironment(options, folder, dataFolder, prefix, clock);
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    /** Without the platform's own reading, of which the ledger knows nothing. */
    private String config(int mqttPort, int httpPort) {
        String settings = String.format(
                Locale.ROOT,
                """
                mqtt: {port: %d}
                coap: {enabled: false}
                canary: {enabled: false}
                http: {port: %d}
                log: {keep: 3650d, maxFileSize: 16MB, minFreeDisk: 0}
                books: {foldEvery: 1s%s}
                alerts: {outbox: {firstPause: 1s, longestPause: 5s, claimFor: 1m}, webhook: {timeout: 3s}}
                mail: {host: 127.0.0.1, port: %d, tls: none, from: greenpark@chaos.example, timeout: 3s}
                """,
                mqttPort,
                httpPort,
                postgres == null || toPostgres == null ? "" : ", " + postgres.settings(toPostgres.port()),
                sink.mailPort());
        String series = toInflux == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "influx: {url: \"http://127.0.0.1:%d\", database: %s, connectTimeout: 2s, requestTimeout: 5s}%n",
                        toInflux.port(),
                        DATABASE);
        return settings + series + park.registry();
    }

    /** The faults that can be made here. */
    Set<Fault> possible() {
        Set<Fault> possible = EnumSet.allOf(Fault.class);
        if (postgres == null) {
            possible.removeAll(EnumSet.of(Fault.POSTGRES_DOWN, Fault.POSTGRES_CUT));
        }
        if (influx == null) {
            possible.removeAll(EnumSet.of(Fault.INFLUX_DOWN, Fault.INFLUX_CUT));
        }
        return possible;
    }

    /** The server's own port, without the proxy. */
    public InetSocketAddress directDoor() {
        return new InetSocketAddress("127.0.0.1", mqttPort);
    }

    /** The JDBC address of the books, for reading them without the server. */
    String booksUrl() {
        return postgres == null ? "jdbc:sqlite:" + server.data().resolve("books.db") : postgres.jdbcUrl();
    }

    /** Where the devices send. */
    InetSocketAddress door() {
        return new InetSocketAddress("127.0.0.1", devices.port());
    }

    /** The devices as they sign in; the server has written their passwords at its first start. */
    public List<LoadClient> clients() {
        DeviceSecrets secrets = DeviceSecrets.of(server.data());
        return park.load().devices().stream()
                .map(d -> new LoadClient(d.id(), "", d.id(), secrets.of(d.id()).password()))
                .toList();
    }

    /** The health of a server with the same configuration on another data folder. */
    public HealthProbe healthOf(Path data) {
        return new HealthProbe(httpPort, data);
    }

    /** Starts the server and waits for it. */
    public void startServer(Duration longest) throws IOException, InterruptedException {
        server.start();
        server.awaitReady(longest);
    }

    @Override
    public void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
