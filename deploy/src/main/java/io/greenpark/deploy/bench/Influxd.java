package io.greenpark.deploy.bench;

import io.greenpark.deploy.command.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An InfluxDB 1.x of its own: free ports of the loopback, everything in one folder. */
final class Influxd extends BenchServer {
    private static final long START_SECONDS = 30;

    private final int port;

    private Influxd(Process process, int port) {
        super(process, port);
        this.port = port;
    }

    static Influxd start(Path dir) throws IOException, InterruptedException {
        int port = freePort();
        Path config = Files.writeString(dir.resolve("influxdb.conf"), """
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
                """.formatted(freePort(), dir, dir, dir, port));
        Process process = new ProcessBuilder("influxd", "run", "-config", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("influxd.log").toFile())
                .start();
        Influxd server = new Influxd(process, port);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < until && !process.waitFor(50, TimeUnit.MILLISECONDS)) {
            if (server.answers()) {
                return server;
            }
        }
        process.destroyForcibly();
        throw new IOException("influxd did not start: " + Files.readString(dir.resolve("influxd.log")));
    }

    /** Its version, e.g. {@code InfluxDB v1.6.7~rc0}. */
    static String version() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("influxd", "version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said.strip().replaceFirst(" \\(.*", "");
        } catch (IOException e) {
            throw UserError.failed(
                    "influxd was not found; the bench writes to one. Install it: apt-get install influxdb");
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(url() + "/ping"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 204;
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
