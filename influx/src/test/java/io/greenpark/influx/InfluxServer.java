package io.greenpark.influx;

import io.greenpark.config.machine.FreePort;
import io.greenpark.park.Await;
import io.greenpark.park.server.ContainerServer;
import io.greenpark.park.server.Images;
import io.greenpark.park.server.NativeServer;
import io.greenpark.park.server.ServerFiles;
import io.greenpark.park.server.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;
import org.junit.jupiter.api.TestInfo;

/**
 * A real InfluxDB 1.x of its own: {@code influxd} of this machine (Debian package influxdb) or a container, on a free port
 * of 127.0.0.1, everything deleted on {@link #close}. {@link #shared} is one for the whole test run, where every test has a
 * database of its own; {@link #stop} and {@link #start} make an outage of it, too; the data stay.
 */
public final class InfluxServer implements AutoCloseable {
    private static final int PORT = 8086;

    private static InfluxServer shared;

    private final int port;
    private final TestServer server;

    private InfluxServer(int port, TestServer server) {
        this.port = port;
        this.server = server;
    }

    /** The server of this test run, up whatever the test before did to it; ended with the virtual machine. */
    public static synchronized InfluxServer shared() {
        if (shared == null) {
            shared = open();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "influx-end"));
        } else if (!shared.server.isRunning()) {
            shared.start();
        }
        return shared;
    }

    /** Name of a database that no other test has. */
    public static String databaseOf(TestInfo test) {
        return test.getTestClass().orElseThrow().getSimpleName() + "_"
                + test.getTestMethod().orElseThrow().getName();
    }

    /** Starts a fresh server and waits until it answers. */
    public static InfluxServer open() {
        return open("");
    }

    /** The same with further lines in the section {@code [http]} of its configuration. */
    public static InfluxServer open(String http) {
        int port = FreePort.take();
        InfluxServer influx =
                new InfluxServer(port, TestServer.inContainers() ? container(port, http) : program(port, http));
        influx.start();
        return influx;
    }

    private static TestServer program(int port, String http) {
        Path folder = ServerFiles.folder("influx");
        Path conf = ServerFiles.write(
                folder.resolve("influxdb.conf"),
                configuration("127.0.0.1:" + FreePort.take(), folder.toString(), "127.0.0.1:" + port, http));
        return new NativeServer(List.of("influxd", "run", "-config", conf.toString()), "influxdb", folder);
    }

    private static TestServer container(int port, String http) {
        return new ContainerServer(Images.of("influxdb"), port, PORT)
                .file(
                        "/etc/influxdb/influxdb.conf",
                        configuration("127.0.0.1:8088", "/var/lib/influxdb", ":" + PORT, http));
    }

    private static String configuration(String rpc, String folder, String address, String http) {
        return """
                reporting-disabled = true
                bind-address = "%s"
                [meta]
                  dir = "%s/meta"
                [data]
                  dir = "%s/data"
                  wal-dir = "%s/wal"
                [http]
                  bind-address = "%s"
                  log-enabled = false
                  %s
                [monitor]
                  store-enabled = false
                """.formatted(rpc, folder, folder, folder, address, http);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void start() {
        server.start();
        Await.until("influxd answers", this::answers);
    }

    private boolean answers() {
        if (!server.isRunning()) {
            throw new IllegalStateException("influxd ended by itself: " + server.printed());
        }
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
        server.stop();
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
        server.close();
    }
}
