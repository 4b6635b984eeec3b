package io.greenpark.deploy.command;

import io.greenpark.alerts.outbox.Recipients;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads a configuration and reports every fault. */
@Command(
        name = "check-config",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a configuration and its registry and lists every fault with file, line, key, value and what is"
                    + " allowed. Opens nothing.",
            "Notes targets that nobody would be told of. Exit code 0 if all is well, 2 if there are faults."
        },
        footerHeading = "%nExample:%n",
        footer = "  greenpark check-config --config conf/real-plants.yaml")
final class CheckConfigCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Override
    public Integer call() {
        var read = Configurations.readWhole(config.config(), config.sets(), null);
        var facts = read.registry().facts();
        System.out.printf(
                "%s is well: %d parks, %d enterprises, %d devices, %d points, %d limits, %d targets%n",
                config.config(),
                facts.parks().size(),
                facts.enterprises().size(),
                facts.devices().size(),
                facts.points().size(),
                facts.limits().size(),
                facts.targets().size());
        new Recipients(read.settings().alerts().outbox())
                .targetsWithoutRecipients(new Registry(facts))
                .forEach(CheckConfigCommand::note);
        return 0;
    }

    private static void note(Target target) {
        String whose = EnumCode.of(target.subject().scope());
        System.out.printf(
                "note: targets[%s]: nobody would be told that %s \"%s\" misses it, its case would only be shown; give %s"
                        + " contacts, or the bureau alerts.recipients%n",
                target.id(), whose, target.subject().id(), "the " + whose);
    }
}
