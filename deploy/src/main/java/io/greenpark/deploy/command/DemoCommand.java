package io.greenpark.deploy.command;

import io.greenpark.config.command.Home;
import io.greenpark.config.command.ReadyLine;
import io.greenpark.config.command.UserError;
import io.greenpark.config.folder.FileTree;
import io.greenpark.deploy.app.App;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.Role;
import io.greenpark.deploy.demo.Demo;
import io.greenpark.deploy.demo.DemoMailbox;
import io.greenpark.deploy.demo.DemoPlans;
import io.greenpark.deploy.demo.DemoWebhook;
import io.greenpark.registry.RegistryService;
import io.greenpark.sim.client.RetryTimeout;
import io.greenpark.sim.simulate.Population;
import io.greenpark.sim.simulate.SenderSink;
import io.greenpark.sim.simulate.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a whole district: starts everything on loopback, back-fills its history through the doors, goes live. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts Greenpark with a made-up district of seven parks and 40 enterprises (three of them measured plants),"
                    + " sends their history since 1 January of last year through the ordinary doors, then live values.",
            "The console asks for no sign-in, mail goes to an inbox in the console. Nothing listens beyond this machine.",
            "演示：七个园区、四十家企业（其中三家为实测数据），历史数据经正常接口送入，随后实时发送。"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark demo",
            "  greenpark demo --set http.port=8081 --set mqtt.port=1884 --set coap.port=5783 --set coap.securePort=5784"
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration LIVE_INTERVAL = Duration.ofMinutes(1);

    @Mixin
    private final LogOptions log = new LogOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder to keep; must be empty or not there. Default: a temporary one, deleted at the end.")
    private @Nullable Path data;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides a setting, e.g. --set http.port=8081. May be repeated.")
    private List<String> sets = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        log.apply();
        try (Shutdown shutdown = Shutdown.listen()) {
            Path folder = folder();
            try (DemoMailbox mailbox = new DemoMailbox();
                    DemoWebhook webhook = new DemoWebhook()) {
                run(folder, mailbox, webhook, shutdown);
            } finally {
                if (data == null) {
                    FileTree.delete(folder);
                }
            }
        }
        return 0;
    }

    private void run(Path folder, DemoMailbox mailbox, DemoWebhook webhook, Shutdown shutdown)
            throws InterruptedException {
        Clock clock = Clock.systemUTC();
        Demo demo = new Demo(clock);
        Path config = demo.write(
                folder.resolve("demo"),
                Home.folder("conf").resolve("coefficients.yaml"),
                mailbox.port(),
                webhook.url());
        AppConfig settings = Configurations.read(config, sets, folder);
        try (App app = Configurations.start(
                settings,
                RegistryService.Start.ON_OWN_FILES,
                folder,
                EnumSet.allOf(Role.class),
                clock,
                mailbox,
                Locale.ENGLISH)) {
            app.plan(demo.noticePlan(), "demo", "演示：便于查看，企业一律立即告知 / for the demo: enterprises are told at once");
            DemoPlans.add(app.planning());
            System.out.println(ReadyLine.of(app.url()));
            System.out.println("演示数据正在送入，可随时查看 / the history is coming in; look at any time");
            play(demo, app, settings, folder, clock, shutdown);
        }
    }

    private void play(Demo demo, App app, AppConfig settings, Path folder, Clock clock, Shutdown shutdown)
            throws InterruptedException {
        Population population = new Population(
                app.registry().current(),
                demo.origin(),
                demo.dischargeStart(),
                demo.defaultChangePercent(),
                demo.faults(),
                demo.seed());
        try (SenderSink sink = Senders.mqtt(settings, folder, RetryTimeout.ONCE_HEARD_FOR_GOOD);
                Simulation simulation =
                        new Simulation(demo.devices(population), demo.faults().silent(), sink, clock)) {
            Thread player = new Thread(() -> backfillThenLive(simulation, demo.origin(), clock), "demo");
            player.setDaemon(true);
            player.start();
            shutdown.await();
            player.interrupt();
        }
    }

    private static void backfillThenLive(Simulation simulation, Instant from, Clock clock) {
        try {
            History.send(simulation, from, clock);
            System.out.println("历史数据已送达，转为实时 / the history is in (" + simulation.acknowledgedValues()
                    + " values); live values follow every minute");
            simulation.goLive(LIVE_INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path folder() throws IOException {
        if (data == null) {
            return Files.createTempDirectory("greenpark-demo-");
        }
        Path folder = data.toAbsolutePath().normalize();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw UserError.usage("--data \"" + folder + "\" is not empty; name a new folder for the demo");
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
