package io.greenpark.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** InfluxDB 1.x on a port and in a folder of its own, with the settings its package brings. */
final class InfluxServer extends BenchServer {
    private static final long START_SECONDS = 30;
    private static final int ANSWERS = 204;

    private final URI url;

    private InfluxServer(Process process, int port) {
        super(process, port);
        url = URI.create("http://127.0.0.1:" + port);
    }

    /** Where its program is; empty where it is not installed. */
    static Optional<String> program() {
        return Programs.find("influxd");
    }

    static InfluxServer start(String program, Path dir) throws IOException, InterruptedException {
        return start(program, dir, FreePort.find());
    }

    static InfluxServer start(String program, Path dir, int port) throws IOException, InterruptedException {
        Path config = Files.writeString(
                dir.resolve("influxdb.conf"),
                String.format(
                        Locale.ROOT,
                        "reporting-disabled = true%nbind-address = \"127.0.0.1:%d\"%n[meta]%n  dir = \"%s/meta\"%n"
                                + "[data]%n  dir = \"%s/data\"%n  wal-dir = \"%s/wal\"%n[http]%n"
                                + "  bind-address = \"127.0.0.1:%d\"%n  log-enabled = false%n[monitor]%n"
                                + "  store-enabled = false%n",
                        FreePort.find(),
                        dir,
                        dir,
                        dir,
                        port));
        Path log = dir.resolve("influxd.log");
        Process process = new ProcessBuilder(program, "run", "-config", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        InfluxServer server = new InfluxServer(process, port);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!server.answers()) {
            if (System.nanoTime() > until || process.waitFor(50, TimeUnit.MILLISECONDS)) {
                server.close();
                throw new IOException("influxd did not start: " + Files.readString(log));
            }
        }
        return server;
    }

    private boolean answers() throws InterruptedException {
        HttpRequest ping = HttpRequest.newBuilder(url.resolve("/ping"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(ping, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == ANSWERS;
        } catch (IOException e) {
            return false;
        }
    }

    URI url() {
        return url;
    }
}
