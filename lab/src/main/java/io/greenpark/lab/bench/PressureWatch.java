package io.greenpark.lab.bench;

import java.io.IOException;

/** Asks a server's metrics how much is under way. */
final class PressureWatch {
    private static final String IN_FLIGHT = "greenpark_intake_in_flight_readings";
    private static final String LIMIT = "greenpark_intake_in_flight_limit_readings";

    private final ConsoleApi api;

    PressureWatch(PipelineServer server) throws IOException {
        api = new ConsoleApi(server);
    }

    /** Readings and refusals taken in and not yet durable. */
    long inFlight() throws IOException, InterruptedException {
        return api.metrics().sum(IN_FLIGHT, "");
    }

    /** How many there may be before connections are held back. */
    long limit() throws IOException, InterruptedException {
        return api.metrics().sum(LIMIT, "");
    }
}
