package io.greenpark.deploy.bench.peers;

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
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** Asks an InfluxDB 1.x what has landed. */
final class InfluxQueries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    InfluxQueries(URI server) {
        this.server = server;
    }

    void createDatabase() throws IOException, InterruptedException {
        query("CREATE DATABASE " + PeersPark.DATABASE);
    }

    /** Readings of the load, the probe's left out. */
    long landed() throws IOException, InterruptedException {
        return count("!= '" + PeersPark.point(PeersPark.PROBE) + "'");
    }

    /** Readings of the probe. */
    long probes() throws IOException, InterruptedException {
        return count("= '" + PeersPark.point(PeersPark.PROBE) + "'");
    }

    private long count(String points) throws IOException, InterruptedException {
        JsonNode answer = query("SELECT count(value) FROM " + PeersPark.MEASUREMENT + " WHERE point " + points);
        return answer.at("/series/0/values/0/1").asLong();
    }

    /** Device times of all readings of a device, epoch milliseconds. */
    LongStream times(String device) throws IOException, InterruptedException {
        JsonNode answer = query(
                "SELECT value FROM " + PeersPark.MEASUREMENT + " WHERE point = '" + PeersPark.point(device) + "'");
        return StreamSupport.stream(answer.at("/series/0/values").spliterator(), false)
                .mapToLong(row -> row.path(0).asLong());
    }

    private JsonNode query(String influxQl) throws IOException, InterruptedException {
        String form = "epoch=ms&db=" + PeersPark.DATABASE + "&q=" + URLEncoder.encode(influxQl, StandardCharsets.UTF_8);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.resolve("/query"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode result =
                answer.statusCode() == OK ? JSON.readTree(answer.body()).at("/results/0") : JSON.createObjectNode();
        if (answer.statusCode() != OK || result.has("error")) {
            throw new IOException(
                    "InfluxDB answered " + answer.statusCode() + " to " + influxQl + ": " + answer.body());
        }
        return result;
    }
}
