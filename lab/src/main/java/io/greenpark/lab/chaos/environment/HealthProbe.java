package io.greenpark.lab.chaos.environment;

import io.greenpark.sim.client.ApiClient;
import io.greenpark.sim.client.ReaderHealth;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks a server that may not be there how its readers are. */
public final class HealthProbe {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ApiClient api;

    public HealthProbe(int httpPort, Path data) {
        api = new ApiClient(URI.create("http://127.0.0.1:" + httpPort), data, null, TIMEOUT);
    }

    /** Every reader by name; empty while nothing answers. */
    public Optional<Map<String, ReaderHealth>> ask() throws InterruptedException {
        try {
            Map<String, ReaderHealth> byName = new TreeMap<>();
            ReaderHealth.all(api.ask("/api/v1/health").json()).forEach(reader -> byName.put(reader.name(), reader));
            return Optional.of(byName);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
