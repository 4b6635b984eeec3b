package io.greenpark.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the API of a server with its own token. */
public final class ConsoleApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI console;
    private final String token;

    public ConsoleApi(PipelineServer server) throws IOException {
        console = server.console();
        token = server.token();
    }

    /** @param path below {@code /api/v1/} */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(page("/api/v1/" + path));
    }

    /** What the metrics page says. */
    public MetricsClient metrics() throws IOException, InterruptedException {
        return new MetricsClient(page("/metrics"));
    }

    private String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(console.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** What the health page says of the readers. */
    public JsonNode readers() throws IOException, InterruptedException {
        JsonNode page = get("health");
        if (!page.path("readers").isArray()) {
            throw new IOException("the health page names no readers: " + page);
        }
        return page.path("readers");
    }
}
