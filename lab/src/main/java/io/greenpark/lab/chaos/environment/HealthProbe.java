package io.greenpark.lab.chaos.environment;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks a server how its readers stand. */
public final class HealthProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI page;
    private final Path token;

    public HealthProbe(int httpPort, Path data) {
        page = URI.create("http://127.0.0.1:" + httpPort + "/api/v1/health");
        token = data.resolve("credentials").resolve("api-token");
    }

    /** How a reader stands. */
    public record Reader(long lag, boolean fails) {}

    /** Every reader by name; empty while nobody answers. */
    public Optional<Map<String, Reader>> ask() throws InterruptedException {
        try {
            HttpRequest question = HttpRequest.newBuilder(page)
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + Files.readString(token).strip())
                    .build();
            HttpResponse<String> answer = http.send(question, HttpResponse.BodyHandlers.ofString());
            return Optional.ofNullable(new JsonObject(answer.body()).getJsonArray("readers"))
                    .map(readers -> {
                        Map<String, Reader> byName = new TreeMap<>();
                        for (Object o : readers) {
                            JsonObject r = (JsonObject) o;
                            byName.put(
                                    r.getString("name"), new Reader(r.getLong("lag"), r.getValue("failure") != null));
                        }
                        return byName;
                    });
        } catch (IOException | DecodeException e) {
            return Optional.empty();
        }
    }
}
