package io.greenpark.deploy.chaos.world;

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

/** An InfluxDB 1.x of its own (Debian package influxdb), to be taken away and brought back. */
public final class Influx implements AutoCloseable {
    private static final Duration START_TIME = Duration.ofSeconds(60);
    private static final long STOP_SECONDS = 20;

    private final Path folder;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;

    private Influx(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a fresh one in a folder. */
    public static Influx open(Path folder) throws IOException, InterruptedException {
        if (Programs.find("influxd").isEmpty()) {
            throw new IOException("--influx needs influxd; install it: apt-get install influxdb");
        }
        Files.createDirectories(folder);
        Influx influx = new Influx(folder, FreePort.take());
        Files.writeString(influx.config(), """
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
                """.formatted(FreePort.take(), folder, folder, folder, influx.port));
        influx.start();
        return influx;
    }

    private Path config() {
        return folder.resolve("influxdb.conf");
    }

    public int port() {
        return port;
    }

    /** Its version as it prints it. */
    public String version() throws IOException, InterruptedException {
        return Programs.run("influxd", "version");
    }

    /** Starts it on what it has kept and waits until it answers. */
    public void start() throws IOException, InterruptedException {
        Process started = new ProcessBuilder("influxd", "run", "-config", config().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("influxd.log").toFile()))
                .start();
        process = started;
        long until = System.nanoTime() + START_TIME.toNanos();
        while (!answers()) {
            if (System.nanoTime() > until || started.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("influxd did not start; see " + folder.resolve("influxd.log"));
            }
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest ping = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ping"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes it away. */
    public void stop() throws InterruptedException {
        Process former = process;
        if (former == null) {
            return;
        }
        former.destroy();
        if (!former.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            former.destroyForcibly().waitFor();
        }
        process = null;
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
