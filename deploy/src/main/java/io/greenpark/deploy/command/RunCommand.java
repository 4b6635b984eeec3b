package io.greenpark.deploy.command;

import io.greenpark.config.command.ReadyLine;
import io.greenpark.deploy.app.App;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.Role;
import io.greenpark.registry.RegistryService;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs an installation in the foreground until it is asked to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs Greenpark with a configuration until it gets a SIGTERM or Ctrl-C.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark run --config conf/greenpark.yaml --data /var/lib/greenpark",
            "  greenpark run --config my.yaml --data data --set influx.url=http://localhost:8086 --set http.port=8081"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final LogOptions log = new LogOptions();

    @Option(
            names = "--roles",
            split = ",",
            paramLabel = "ROLE",
            description = "What this process does: ${COMPLETION-CANDIDATES}. Default: all.")
    private Set<Role> roles = EnumSet.allOf(Role.class);

    @ArgGroup
    private RegistryFaults registryFaults = new RegistryFaults();

    /** What to do about registry files that cannot be taken over. */
    static final class RegistryFaults {
        @Option(
                names = "--strict",
                description =
                        "Do not start on registry files with faults, or that end more than reload.largestEndedShare"
                                + " of what is in use. Default: start on the registry kept before, and say so.")
        private boolean strict;

        @Option(
                names = "--confirm",
                arity = "0..1",
                fallbackValue = "",
                paramLabel = "ID",
                description =
                        "Take just what waits under this id over, though it ends more than reload.largestEndedShare of"
                                + " the parks, enterprises, devices or points in use. The log of a start that was held back names"
                                + " it, and so does check-config --data.")
        private @Nullable String confirm;

        RegistryService.Start start() {
            if (strict) {
                return RegistryService.Start.STRICT;
            }
            return confirm == null
                    ? RegistryService.Start.ON_LAST_GOOD
                    : RegistryService.Start.confirming(WaitingId.of(
                            confirm,
                            "greenpark check-config --config FILE --data DIR says what waits and its id; without an id any"
                                    + " later start could take away what nobody has seen"));
        }
    }

    @Override
    public Integer call() throws Exception {
        log.apply();
        RegistryService.Start start = registryFaults.start();
        Locale speaking = language.language();
        AppConfig settings = Configurations.read(config.config(), config.sets(), data.data());
        try (Shutdown shutdown = Shutdown.listen();
                App app = Configurations.start(
                        settings, start, data.data(), roles, TestClock.of(data.data()), null, speaking)) {
            System.out.println(ReadyLine.of(app.url()));
            SystemdNotifier.ready("listening, console at " + app.url());
            shutdown.await();
        }
        return 0;
    }
}
