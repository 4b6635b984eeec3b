package io.greenpark.lab.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/** Asks an InfluxDB 1.x in its query language. */
public final class InfluxQueryClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String database;

    public InfluxQueryClient(URI server, String database) {
        this.server = server;
        this.database = database;
    }

    /**
     * The result of one statement; times are epoch milliseconds.
     *
     * @throws IOException if the server refuses it, in its own words
     */
    public JsonNode ask(String statement) throws IOException, InterruptedException {
        String form = "epoch=ms&db=" + encoded(database) + "&q=" + encoded(statement);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.resolve("/query"))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode result =
                answer.statusCode() == OK ? JSON.readTree(answer.body()).at("/results/0") : JSON.createObjectNode();
        if (answer.statusCode() != OK || !result.isObject() || result.has("error")) {
            throw new IOException(
                    "InfluxDB answered " + answer.statusCode() + " to " + statement + ": " + answer.body());
        }
        return result;
    }

    /** How many values of the field {@code value} these measurements hold together. */
    public long count(Collection<String> measurements) throws IOException, InterruptedException {
        String from = measurements.stream().map(m -> '"' + m + '"').collect(Collectors.joining(","));
        long count = 0;
        for (JsonNode series : ask("SELECT count(value) FROM " + from).path("series")) {
            count += series.at("/values/0/1").asLong();
        }
        return count;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
