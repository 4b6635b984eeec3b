package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.auth.Proxies;
import io.greenpark.dashboards.door.ConnectionLimits;
import io.greenpark.dashboards.fixture.RawHttp;
import io.greenpark.dashboards.fixture.SampleConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that begin requests and never end them. */
class HalfOpenRequestsTest {
    private static final int PATIENCE_MS = 30_000;

    @TempDir
    Path dir;

    private SampleConsole console;
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(
                dir,
                new HttpConfig(
                        "127.0.0.1",
                        0,
                        null,
                        "http://localhost:8080",
                        true,
                        HttpConfig.MetricsAccess.TOKEN,
                        new ConnectionLimits(16, 16, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                        Proxies.none()));
    }

    @AfterEach
    void close() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        console.close();
    }

    private Socket begin(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port());
        sockets.add(socket);
        socket.setSoTimeout(PATIENCE_MS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** What the server still says before it ends a connection. */
    private static String untilEnd(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }

    @Test
    void a_probe_is_answered_however_many_there_are_and_they_are_cut() throws Exception {
        for (int i = 0; i < 100; i++) {
            begin("GET / HTTP/1.1\r\nX: ");
        }
        RawHttp.Answer probe = RawHttp.send(
                console.port(), "GET /api/v1/health/ready HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(probe.status()).isEqualTo(200);
        for (Socket socket : sockets) {
            assertThat(untilEnd(socket)).isEmpty();
        }
        assertThat(console.traffic().connections().evicted()).isPositive();
        assertThat(console.traffic().connections().crowded()).isTrue();
    }

    @Test
    void a_head_of_a_byte_now_and_then_is_cut() throws Exception {
        Socket socket = begin("GET / HTTP/1.1\r\nX: ");
        ScheduledExecutorService client = Executors.newSingleThreadScheduledExecutor();
        try {
            client.scheduleAtFixedRate(() -> dribble(socket), 0, 50, TimeUnit.MILLISECONDS);
            assertThat(untilEnd(socket)).isEmpty();
        } finally {
            client.shutdownNow();
        }
        assertThat(console.traffic().connections().late()).isEqualTo(1);
    }

    private static void dribble(Socket socket) {
        try {
            socket.getOutputStream().write('x');
        } catch (IOException e) {
            throw new UncheckedIOException("the server has ended the connection", e);
        }
    }

    @Test
    void a_body_that_does_not_come_is_cut() throws Exception {
        Socket socket = begin("POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{");
        assertThat(untilEnd(socket)).doesNotContain("HTTP/1.1 5");
        assertThat(console.traffic().connections().late()).isEqualTo(1);
    }

    @Test
    void the_second_request_of_a_connection_is_held_to_the_same() throws Exception {
        Socket socket = begin("GET /api/v1/health HTTP/1.1\r\nHost: a\r\n\r\nGET /api/v1/health HTTP/1.1\r\nX: ");
        assertThat(untilEnd(socket)).startsWith("HTTP/1.1 200 ");
        assertThat(console.traffic().connections().late()).isEqualTo(1);
    }
}
