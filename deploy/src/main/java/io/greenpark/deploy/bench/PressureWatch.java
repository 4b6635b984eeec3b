package io.greenpark.deploy.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a server's metrics how much is under way. */
final class PressureWatch {
    private static final String IN_FLIGHT = "greenpark_intake_in_flight_readings";
    private static final String LIMIT = "greenpark_intake_in_flight_limit_readings";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    PressureWatch(PipelineServer server) throws IOException {
        request = HttpRequest.newBuilder(server.console().resolve("/metrics"))
                .header("Authorization", "Bearer " + server.token())
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    /** Readings and refusals taken in and not yet durable. */
    long inFlight() throws IOException, InterruptedException {
        return metric(IN_FLIGHT);
    }

    /** How many there may be before connections are held back. */
    long limit() throws IOException, InterruptedException {
        return metric(LIMIT);
    }

    private long metric(String name) throws IOException, InterruptedException {
        String page = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return page.lines()
                .filter(l -> l.startsWith(name + " "))
                .findFirst()
                .map(l -> (long) Double.parseDouble(l.substring(name.length() + 1)))
                .orElseThrow(() -> new IOException("/metrics does not tell " + name + ": " + page));
    }
}
