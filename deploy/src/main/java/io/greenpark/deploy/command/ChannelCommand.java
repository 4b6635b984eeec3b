package io.greenpark.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.greenpark.config.command.UserError;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.sim.client.ApiClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries the ways people are told by. */
@Command(
        name = "channel",
        mixinStandardHelpOptions = true,
        subcommands = {ChannelCommand.Test.class, ChannelCommand.Ways.class},
        description = "Lists the channels that people are told by, and tries one (docs/operating.md).",
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark channel list --config my.yaml --data data",
            "  greenpark channel test duty-desk --config my.yaml --data data",
            "  greenpark channel test mail --to \"Duty desk\" --config my.yaml --data data"
        })
final class ChannelCommand implements Runnable {
    /** A server of mail or of a robot may take its time. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final int OK = 200;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what about channels? there are: list, test");
    }

    /** A way of the settings: a channel, or a recipient or group on one. */
    private record Way(String channel, @Nullable String to, JsonNode row) {
        boolean isCalled(String name) {
            return name.equals(to) || name.equals(channel) || name.equals(text());
        }

        String text() {
            return to == null ? channel : channel + "/" + to;
        }
    }

    private static List<Way> ways(ApiClient api, URI server) throws InterruptedException {
        List<Way> ways = new ArrayList<>();
        Servers.ask(api, server, "/api/v1/channels")
                .path("rows")
                .forEach(row -> ways.add(new Way(
                        row.path("channel").asText(),
                        row.hasNonNull("to") ? row.path("to").asText() : null,
                        row)));
        return ways;
    }

    /** Lists them. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "Lists the channels of the running Greenpark, how each fares and how many messages wait on it.")
    static final class Ways implements Callable<Integer> {
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
            PrintWriter out = spec.commandLine().getOut();
            for (Way way : ways(api, Servers.http(settings))) {
                out.println(way.text() + ": " + state(way.row()) + ", "
                        + way.row().path("waiting").asLong() + " waiting");
            }
            return 0;
        }

        private static String state(JsonNode row) {
            if (row.hasNonNull("failingSince")) {
                return "failing since " + row.path("failingSince").asText() + " ("
                        + row.path("answer").asText() + ")";
            }
            return row.hasNonNull("deliveredAt")
                    ? "delivered " + row.path("deliveredAt").asText()
                    : "not tried yet";
        }
    }

    /** Sends a test message. */
    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = {
                "Has the running Greenpark of a data folder on this machine send a test message now, and says what the other"
                        + " side answered.",
                "Exit code 0 if it was taken; 1 if it was not, or Greenpark does not answer. Once a minute on each way."
            })
    static final class Test implements Callable<Integer> {
        @Mixin
        private final ConfigOptions config = new ConfigOptions();

        @Mixin
        private final DataOption data = new DataOption();

        @Parameters(
                paramLabel = "NAME",
                description =
                        "A recipient or group of the settings (alerts.recipients, alerts.groups), or a channel such as mail.")
        @SuppressWarnings("NullAway.Init")
        private String name;

        @Option(
                names = "--to",
                paramLabel = "WHOM",
                description = "Whom of a channel; needed where NAME is a channel with several recipients.")
        private @Nullable String to;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() throws InterruptedException {
            AppConfig settings = Configurations.read(config.config(), config.sets(), data.data());
            ApiClient api = Servers.api(settings, data.data(), TIMEOUT);
            URI server = Servers.http(settings);
            Way way = chosen(ways(api, server));
            String path = "/api/v1/channels/"
                    + URLEncoder.encode(way.channel(), StandardCharsets.UTF_8).replace("+", "%20") + "/test";
            JsonNode answer = send(api, server, path, way.to());
            boolean delivered = answer.path("delivered").asBoolean();
            spec.commandLine()
                    .getOut()
                    .println(way.text() + ": "
                            + (delivered
                                    ? "taken"
                                    : "not taken: " + answer.path("answer").asText()));
            return delivered ? 0 : 1;
        }

        private Way chosen(List<Way> ways) {
            List<Way> called = ways.stream()
                    .filter(way -> way.isCalled(name) && (to == null || to.equals(way.to())))
                    .filter(way -> way.to() != null)
                    .toList();
            if (called.size() == 1) {
                return called.get(0);
            }
            String what = to == null ? "\"" + name + "\"" : "\"" + to + "\" on \"" + name + "\"";
            List<Way> offered = called.isEmpty()
                    ? ways.stream().filter(way -> way.to() != null).toList()
                    : called;
            String there = offered.isEmpty()
                    ? "the settings have none"
                    : "there are: " + offered.stream().map(Way::text).collect(Collectors.joining(", "));
            throw UserError.usage(
                    called.isEmpty()
                            ? "no recipient or group is called " + what + "; " + there
                            : what + " are several; name one, or the channel with --to; " + there);
        }

        private static JsonNode send(ApiClient api, URI server, String path, @Nullable String to)
                throws InterruptedException {
            String body = JsonNodeFactory.instance.objectNode().put("to", to).toString();
            try {
                ApiClient.ApiAnswer answer = api.post(path, body);
                if (answer.status() != OK) {
                    throw UserError.failed(
                            answer.json().path("detail").asText(answer.page() + " answers " + answer.status()));
                }
                return answer.json();
            } catch (IOException e) {
                throw UserError.failed(server.resolve(path) + " does not answer (" + e
                        + "); is Greenpark running with this" + " configuration? See its log");
            }
        }
    }
}
