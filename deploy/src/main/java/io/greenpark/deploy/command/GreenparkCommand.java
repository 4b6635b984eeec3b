package io.greenpark.deploy.command;

import io.greenpark.config.command.Subcommand;
import io.greenpark.config.command.UserError;
import io.greenpark.store.sqlite.NewerFormatException;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a verb, which lists the verbs. */
@Command(
        name = "greenpark",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Greenpark: smart-park telemetry. 园区能耗与排放遥测平台。",
        description = {
            "Takes in the readings of meters and sensors, keeps every one of them, books energy and discharge, and tells"
                    + " people when something is wrong."
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ReplayCommand.class,
            SimulateCommand.class,
            CheckConfigCommand.class,
            CheckBooksCommand.class,
            AuditLogCommand.class,
            PackCommand.class,
            MappingCommand.class,
            ReloadCommand.class,
            ChannelCommand.class,
            MigrateCommand.class,
            BackupCommand.class,
            VerifyCommand.class,
            RestoreCommand.class,
            InfluxCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ok", "1:failed", "2:wrong command line or configuration"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark demo                                   a whole district to look at, on http://localhost:8080",
            "  greenpark check-config --config my.yaml          every fault of a configuration, at once",
            "  greenpark run --config my.yaml --data /var/lib/greenpark",
            "  greenpark replay steel-plant --via mqtt --config conf/real-plants.yaml --data data --wait",
            "  greenpark backup /backup/monday --data /var/lib/greenpark",
            "",
            "In a checkout also: ./greenpark test | build | format"
        })
public final class GreenparkCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** The command line with all its verbs and the exit codes that scripts rely on. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new GreenparkCommand());
        // The help lists verbs in this order: those of the lab come before the last two.
        ServiceLoader.load(Subcommand.class).forEach(line::addSubcommand);
        line.addSubcommand(new TlsCommand()).addSubcommand(new HealthCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(110);
        line.setExecutionExceptionHandler((failure, commandLine, parsed) -> {
            if (failure instanceof UserError error) {
                commandLine.getErr().println("greenpark: " + error.getMessage());
                return error.exitCode();
            }
            if (failure instanceof NewerFormatException newer) {
                commandLine.getErr().println("greenpark: " + newer.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            failure.printStackTrace(commandLine.getErr());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? --help lists them");
    }
}
