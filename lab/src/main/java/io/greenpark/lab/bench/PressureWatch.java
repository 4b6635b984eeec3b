package io.greenpark.lab.bench;

import io.greenpark.sim.client.ApiClient;
import java.io.IOException;

/** Asks a server's metrics how much is under way. */
final class PressureWatch {
    private static final String IN_FLIGHT = "greenpark_intake_in_flight_readings";
    private static final String LIMIT = "greenpark_intake_in_flight_limit_readings";

    private final ApiClient api;

    PressureWatch(PipelineServer server) {
        api = server.api();
    }

    /** Readings and refusals taken in and not yet durable. */
    long inFlight() throws IOException, InterruptedException {
        return MetricsScrape.of(api).sum(IN_FLIGHT, "");
    }

    /** How many there may be before connections are held back. */
    long limit() throws IOException, InterruptedException {
        return MetricsScrape.of(api).sum(LIMIT, "");
    }
}
