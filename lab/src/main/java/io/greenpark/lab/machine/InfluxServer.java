package io.greenpark.lab.machine;

import io.greenpark.config.machine.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An InfluxDB 1.x (Debian package influxdb) on a port and in a folder of its own, with the settings its package brings. It
 * can be taken away and brought back.
 */
public final class InfluxServer implements AutoCloseable {
    private static final Duration START_TIME = Duration.ofSeconds(60);
    private static final int ANSWERS = 204;

    private final Path folder;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable ServerProcess process;

    private InfluxServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static boolean isInstalled() {
        return Programs.find("influxd").isPresent();
    }

    /**
     * Its version, e.g. {@code InfluxDB v1.6.7~rc0}.
     *
     * @throws IOException if it is not installed
     */
    public static String version() throws IOException, InterruptedException {
        return Programs.run(program(), "version").replaceFirst(" \\(.*", "");
    }

    /** Starts one in a folder, with what that holds already. */
    public static InfluxServer open(Path folder) throws IOException, InterruptedException {
        return open(folder, FreePort.take());
    }

    /** The same on a port that was given to others before. */
    public static InfluxServer open(Path folder, int port) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        InfluxServer server = new InfluxServer(folder, port);
        Files.writeString(server.config(), """
                reporting-disabled = true
                bind-address = "127.0.0.1:%d"
                [meta]
                  dir = "%s/meta"
                [data]
                  dir = "%s/data"
                  wal-dir = "%s/wal"
                [http]
                  bind-address = "127.0.0.1:%d"
                  log-enabled = false
                [monitor]
                  store-enabled = false
                """.formatted(FreePort.take(), folder, folder, folder, port));
        server.start();
        return server;
    }

    private static String program() throws IOException {
        return Programs.find("influxd")
                .map(Path::toString)
                .orElseThrow(() -> new IOException("influxd was not found; install it: apt-get install influxdb"));
    }

    private Path config() {
        return folder.resolve("influxdb.conf");
    }

    public int port() {
        return port;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it on the data it has and waits until it answers. */
    public void start() throws IOException, InterruptedException {
        Path log = folder.resolve("influxd.log");
        Process started = new ProcessBuilder(program(), "run", "-config", config().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = new ServerProcess(started);
        long until = System.nanoTime() + START_TIME.toNanos();
        while (!answers()) {
            if (System.nanoTime() > until || started.waitFor(50, TimeUnit.MILLISECONDS)) {
                stop();
                throw new IOException("influxd did not start: " + Files.readString(log));
            }
        }
    }

    private boolean answers() throws InterruptedException {
        HttpRequest ping = HttpRequest.newBuilder(url().resolve("/ping"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == ANSWERS;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The running one, for its memory and processor time.
     *
     * @throws IllegalStateException while it is taken away
     */
    public ServerProcess process() {
        if (process == null) {
            throw new IllegalStateException("influxd is taken away");
        }
        return process;
    }

    /** Takes it away. */
    public void stop() throws IOException, InterruptedException {
        if (process != null) {
            process.close();
            process = null;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
    }
}
