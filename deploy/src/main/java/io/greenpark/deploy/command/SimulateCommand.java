package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.command.Configurations.WholeConfig;
import io.greenpark.park.registry.Registry;
import io.greenpark.sim.client.RetryTimeout;
import io.greenpark.sim.client.SenderException;
import io.greenpark.sim.simulate.DeviceModel;
import io.greenpark.sim.simulate.Faults;
import io.greenpark.sim.simulate.Population;
import io.greenpark.sim.simulate.SenderSink;
import io.greenpark.sim.simulate.Simulation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates the devices of a configuration against a running installation. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates every device of a configuration whose industry and quantities the profiles know, and sends what"
                    + " they show to a running Greenpark: first some days of history, then live values.",
            "Industries: hardware-tools, hardware-plating, plastics-injection, cotton-weaving, building-kiln,"
                    + " building-blocks, food-processing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark simulate --config my.yaml --data data --days 30 --interval 60",
            "  greenpark simulate --config my.yaml --data data --exceed kiln-1-stack-nox --silent meter-7"
        })
final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final RetryTimeoutOption retryTimeout = new RetryTimeoutOption();

    @Option(names = "--days", paramLabel = "N", description = "Days of history to send first; default 7.")
    private int days = 7;

    @Option(names = "--interval", paramLabel = "SECONDS", description = "Seconds between live values; default 60.")
    private int intervalSeconds = 60;

    @Option(names = "--history-only", description = "End when the history is acknowledged.")
    private boolean historyOnly;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed shows the same park; default 1.")
    private long seed = 1;

    @Option(names = "--change", paramLabel = "PERCENT", description = "Yearly change of everyone's energy; default -5.")
    private double changePercent = -5;

    @Option(
            names = "--exceed",
            split = ",",
            paramLabel = "POINT",
            description = "Points that exceed their limit during the last day of history and after.")
    private Set<String> exceeding = Set.of();

    @Option(
            names = "--silent",
            split = ",",
            paramLabel = "DEVICE",
            description = "Devices that fall silent after their history.")
    private Set<String> silent = Set.of();

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        WholeConfig read = Configurations.readWhole(config, language.language(), data.data());
        AppConfig settings = read.settings();
        Instant from = clock.instant().minus(Duration.ofDays(days));
        Registry registry = new Registry(read.registry().facts());
        List<DeviceModel> devices = new Population(registry, from, from, changePercent, faults(clock), seed).devices();
        if (devices.isEmpty()) {
            throw UserError.failed("no device of the configuration can be simulated; the profiles know the industries"
                    + " that --help lists");
        }
        try (Shutdown shutdown = Shutdown.listen();
                SenderSink sink =
                        Senders.mqtt(settings, data.data(), retryTimeout.or(RetryTimeout.ONCE_HEARD_FOR_GOOD));
                Simulation simulation = new Simulation(devices, silent, sink, clock)) {
            if (!shutdown.runUnlessRequested(() -> History.send(simulation, from, clock))) {
                return 1;
            }
            System.out.println(
                    simulation.acknowledgedValues() + " values of " + devices.size() + " devices acknowledged");
            if (!historyOnly) {
                simulation.goLive(Duration.ofSeconds(intervalSeconds));
                shutdown.await();
            }
            return 0;
        } catch (SenderException e) {
            throw UserError.failed(e);
        }
    }

    private Faults faults(Clock clock) {
        Map<String, Instant> since = new HashMap<>();
        exceeding.forEach(point -> since.put(point, clock.instant().minus(Duration.ofDays(1))));
        return new Faults(Map.of(), since, silent);
    }
}
