package io.greenpark.influx;

import io.greenpark.park.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;

/**
 * A real {@code influxd} 1.x (Debian package influxdb) of its own: free ports of 127.0.0.1, a temporary folder, everything
 * deleted on {@link #close}. {@link #stop} and {@link #start} make an outage; the data stay.
 */
public final class InfluxServer implements AutoCloseable {
    private final Path folder;
    private final int port;
    private Process process;

    private InfluxServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a fresh server and waits until it answers. */
    public static InfluxServer open() {
        return open("");
    }

    /** The same with further lines in the section {@code [http]} of its configuration. */
    public static InfluxServer open(String http) {
        try {
            Path folder = Files.createTempDirectory("greenpark-influx");
            InfluxServer server = new InfluxServer(folder, freePort());
            Files.writeString(folder.resolve("influxdb.conf"), server.configuration(freePort(), http));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String configuration(int rpcPort, String http) {
        return """
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
                  %s
                [monitor]
                  store-enabled = false
                """.formatted(rpcPort, folder, folder, folder, port, http);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void start() {
        try {
            process = new ProcessBuilder(
                            "influxd",
                            "run",
                            "-config",
                            folder.resolve("influxdb.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("influxd.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("influxd cannot be started; install it: apt-get install influxdb", e);
        }
        Await.until("influxd answers", this::answers);
    }

    private boolean answers() {
        try {
            HttpRequest ping = HttpRequest.newBuilder(URI.create(url() + "/ping"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HttpClient.newHttpClient()
                            .send(ping, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 204;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes the server away; what it has acknowledged stays on disk. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a statement without a user, as a fresh server allows for the first one. */
    public void execute(String influxQl) {
        execute(influxQl, "", "");
    }

    /** Runs a statement as somebody. */
    public void execute(String influxQl, String user, String password) {
        try (InfluxDB influx = InfluxDBFactory.connect(url(), user.isEmpty() ? "-" : user, password)) {
            QueryResult answer = influx.query(new Query(influxQl));
            if (answer.hasError()) {
                throw new IllegalStateException(influxQl + ": " + answer.getError());
            }
        }
    }

    /** The rows of all series an InfluxQL query returns: time and columns as they come. */
    public List<List<Object>> rows(String database, String influxQl) {
        List<List<Object>> rows = new ArrayList<>();
        try (InfluxDB influx = InfluxDBFactory.connect(url())) {
            QueryResult answer = influx.query(new Query(influxQl, database), TimeUnit.MILLISECONDS);
            if (answer.hasError()) {
                throw new IllegalStateException(influxQl + ": " + answer.getError());
            }
            for (QueryResult.Result result : answer.getResults()) {
                if (result.hasError()) {
                    throw new IllegalStateException(influxQl + ": " + result.getError());
                }
                if (result.getSeries() != null) {
                    result.getSeries().forEach(series -> rows.addAll(series.getValues()));
                }
            }
        }
        return rows;
    }

    /** The number in the first row of a query with one aggregate; 0 without a row. */
    public double number(String database, String influxQl) {
        List<List<Object>> rows = rows(database, influxQl);
        return rows.isEmpty() ? 0 : ((Number) rows.get(0).get(1)).doubleValue();
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
