package io.greenpark.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.sim.client.ApiClient;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks a running installation how it is. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the running Greenpark of a data folder on this machine how it is, and says what is wrong.",
            "Exit code 0 if it is ready: it takes readings in and keeps them (also while something behind the doors lags);"
                    + " 1 if not, or if it does not answer. Containers and scripts ask this."
        },
        footerHeading = "%nExample:%n",
        footer = "  greenpark health --config conf/greenpark.yaml --data /var/lib/greenpark")
final class HealthCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        AppConfig settings = Configurations.read(config.config(), config.sets(), data.data());
        ApiClient api = Servers.api(settings, data.data(), TIMEOUT);
        URI server = Servers.http(settings);
        JsonNode ready = Servers.ask(api, server, "/api/v1/health/ready");
        JsonNode health = Servers.ask(api, server, "/api/v1/health");
        Set<String> wrong = new LinkedHashSet<>();
        for (JsonNode answer : List.of(ready, health)) {
            for (JsonNode reason : answer.path("reasons")) {
                wrong.add(reason.path("text").path("en").asText() + ": "
                        + reason.path("detail").asText());
            }
        }
        boolean isReady = ready.path("status").asText().equals("ready");
        PrintWriter out = spec.commandLine().getOut();
        out.println(isReady ? health.path("status").asText() : "not ready");
        wrong.forEach(line -> out.println("  " + line));
        return isReady ? 0 : 1;
    }
}
