package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.sim.client.ApiClient;
import io.greenpark.sim.client.RetryTimeout;
import io.greenpark.sim.client.SenderException;
import io.greenpark.sim.data.DataSet;
import io.greenpark.sim.replay.Replay;
import io.greenpark.sim.replay.ReplayOptions;
import io.greenpark.sim.replay.ReplayOptions.ReplayServer;
import io.greenpark.sim.replay.ReplayOptions.Via;
import io.greenpark.sim.replay.Totals;
import io.greenpark.sim.table.DataFileException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a measured data set to a running installation, at its original times. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the measurements of a real plant to a running Greenpark at their original times, with real clients;"
                    + " repeats what is not acknowledged, shows progress and the totals it sent.",
            "Data sets: steel-plant, gas-turbine, waste-water."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark replay steel-plant --via mqtt --config conf/real-plants.yaml --data data --wait",
            "  greenpark replay steel-plant --via coap --shuffle --twice --config conf/real-plants.yaml --data data",
            "  GREENPARK_BROKER_PASSWORD=... greenpark replay waste-water --via broker --broker-user meter --config"
                    + " my.yaml --data data"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final Duration API_TIMEOUT = Duration.ofSeconds(10);

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final RetryTimeoutOption retryTimeout = new RetryTimeoutOption();

    @Parameters(paramLabel = "DATASET", description = "steel-plant, gas-turbine or waste-water.")
    private String dataSet = "";

    @Option(names = "--via", paramLabel = "DOOR", description = "${COMPLETION-CANDIDATES}; default MQTT.")
    private Via via = Via.MQTT;

    @Option(
            names = "--file",
            paramLabel = "CSV",
            description = "A file of the same format in place of the shipped one. May be repeated.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--register", description = "Send the steel plant's energy as the reading of a register.")
    private boolean register;

    @Option(names = "--shuffle", description = "Send in random order.")
    private boolean shuffle;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the random order; default 1.")
    private long seed = 1;

    @Option(names = "--twice", description = "Send every message twice.")
    private boolean twice;

    @Option(names = "--wait", description = "Return when every reader of the server has worked everything off.")
    private boolean wait;

    @Option(
            names = "--secure",
            description = "CoAP over DTLS with the device's pre-shared key; default is plain CoAP on loopback.")
    private boolean secure;

    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = "The broker; default is the first of the configuration.")
    private @Nullable String broker;

    @Option(
            names = "--broker-user",
            paramLabel = "NAME",
            description = "User name at the broker; the password comes from GREENPARK_BROKER_PASSWORD.")
    private @Nullable String brokerUser;

    @Override
    public Integer call() throws Exception {
        DataSet set = DataSet.ofId(dataSet)
                .orElseThrow(() -> UserError.usage("data set \"" + dataSet + "\" is unknown; there are "
                        + Arrays.stream(DataSet.values()).map(DataSet::id).collect(Collectors.joining(", "))));
        AppConfig settings = Configurations.read(config.config(), config.sets(), data.data());
        ReplayServer target = new ReplayServer(
                via, url(settings), data.data(), brokerUser, System.getenv("GREENPARK_BROKER_PASSWORD"));
        ApiClient api = wait ? Servers.api(settings, data.data(), API_TIMEOUT) : null;
        ReplayOptions options = new ReplayOptions(
                set, files, register, shuffle, seed, twice, target, retryTimeout.or(RetryTimeout.DEFAULT), api);
        try {
            Totals totals = Replay.run(options);
            System.out.println(totals);
            return 0;
        } catch (SenderException | DataFileException e) {
            throw UserError.failed(e);
        }
    }

    private URI url(AppConfig settings) {
        return switch (via) {
            case MQTT -> Servers.mqtt(settings);
            case COAP -> secure ? Servers.coaps(settings) : Servers.coap(settings);
            case BROKER -> brokerUrl(settings);
        };
    }

    private URI brokerUrl(AppConfig settings) {
        if (broker != null) {
            return URI.create(broker);
        }
        if (settings.brokers().isEmpty()) {
            throw UserError.usage("--via broker: the configuration names no broker; give --broker tcp://HOST:PORT");
        }
        return URI.create(settings.brokers().get(0).url());
    }
}
