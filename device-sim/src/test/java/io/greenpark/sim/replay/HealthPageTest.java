package io.greenpark.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.greenpark.sim.client.ApiClient;
import io.greenpark.sim.client.SenderException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthPageTest {
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @TempDir
    Path data;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(data.resolve("credentials"));
        Files.writeString(data.resolve("credentials").resolve("api-token"), "secret\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/health", exchange -> {
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            String answer = answers.size() > 1 ? answers.remove() : answers.element();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.isEmpty() ? 401 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HealthPage page() {
        return new HealthPage(new ApiClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), data, null, Duration.ofSeconds(10)));
    }

    private static String health(long lag, long readings) {
        return "{\"status\":\"ok\",\"readers\":[{\"name\":\"books\",\"lag\":" + lag
                + "},{\"name\":\"influx\",\"lag\":0}],\"doors\":[{\"name\":\"mqtt\",\"readings\":" + readings + "}]}";
    }

    @Test
    void waits_until_every_lag_is_zero_and_signs_in_with_the_token() throws InterruptedException {
        answers.addAll(List.of(health(12, 12), health(3, 12), health(0, 12)));
        List<Long> lags = new ArrayList<>();
        page().waitUntilIdle(1, Duration.ofSeconds(10), lags::add);
        assertThat(lags).containsExactly(12L, 3L, 0L);
        assertThat(tokens).containsOnly("Bearer secret");
    }

    @Test
    void behind_a_broker_the_doors_must_have_fallen_quiet() throws InterruptedException {
        answers.addAll(List.of(health(0, 10), health(0, 20), health(0, 20), health(0, 20)));
        List<Long> lags = new ArrayList<>();
        page().waitUntilIdle(2, Duration.ofSeconds(10), lags::add);
        assertThat(lags).hasSize(4);
    }

    @Test
    void a_refused_token_is_told_at_once() {
        answers.add("");
        assertThatThrownBy(() -> page().waitUntilIdle(1, Duration.ofSeconds(10), lag -> {}))
                .isInstanceOf(SenderException.class)
                .hasMessageContaining("answer 401")
                .hasMessageContaining("api-token");
    }
}
