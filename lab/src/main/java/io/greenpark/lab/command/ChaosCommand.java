package io.greenpark.lab.command;

import io.greenpark.config.command.Subcommand;
import io.greenpark.config.command.UserError;
import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.chaos.ChaosOptions;
import io.greenpark.lab.chaos.ChaosReport;
import io.greenpark.lab.chaos.ChaosResult;
import io.greenpark.lab.chaos.ChaosRun;
import io.greenpark.lab.chaos.notices.NoticesOptions;
import io.greenpark.lab.chaos.notices.NoticesReport;
import io.greenpark.lab.chaos.notices.NoticesResult;
import io.greenpark.lab.chaos.notices.NoticesRun;
import io.greenpark.lab.chaos.power.PowerLossReport;
import io.greenpark.lab.chaos.power.PowerLossResult;
import io.greenpark.lab.chaos.power.PowerLossRun;
import io.greenpark.lab.machine.ChildProcessReaper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows that nothing acknowledged is lost and nothing counted twice while everything around breaks. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = {
            "Sends readings to a Greenpark of its own while it is killed, frozen, cut off, its disk full and its clock"
                    + " wrong, by a random plan that --seed repeats. Then compares every store with what was acknowledged.",
            "With --power-loss it records a server under strace and cuts its power at many moments instead: the data folder is"
                    + " rebuilt as a disk would hold it that kept only what was fsynced.",
            "With --notices it kills the process that judges and tells people, while mails, webhooks, SMS, work messages and robots hang,"
                    + " fail, refuse and lose their answers; what each receiver took is compared with the books.",
            "It starts and strikes only servers of its own, on free ports of this machine. The folder of the run is kept"
                    + " when something is not as it should be."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing lost, nothing counted twice",
            "1:something differs; the report names the first readings",
            "2:wrong command line"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark chaos",
            "  greenpark chaos --kills 100 --influx --report chaos-report.md",
            "  greenpark chaos --kills 100 --seed 4711 --dir /mnt/small",
            "  greenpark chaos --kills 100 --books postgres",
            "  greenpark chaos --power-loss 200",
            "  greenpark chaos --notices 1000 --kills 100"
        })
public final class ChaosCommand extends LabCommand implements Subcommand {
    /** Where the books lie. */
    enum BooksKind {
        SQLITE,
        POSTGRES
    }

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int SECONDS_PER_KILL = 4;
    private static final int SHORTEST_SECONDS = 10;
    private static final int MOMENTS_PER_RESTART = 10;
    private static final int MOST_ENTERPRISES = 1_000;

    @Option(names = "--kills", paramLabel = "N", description = "How often the server is killed; default 10.")
    private int kills = 10;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Over how many seconds the faults spread, recoveries not counted; default 4 per kill.")
    private int seconds;

    @Option(
            names = "--influx",
            description = "An InfluxDB takes part, and is struck as well (Debian package influxdb).")
    private boolean influx;

    @Option(
            names = "--books",
            paramLabel = "KIND",
            description = "Where the books lie: sqlite (default) or postgres. With postgres a server of its own is"
                    + " started and struck as well (Debian package postgresql).")
    private BooksKind books = BooksKind.SQLITE;

    @Option(
            names = "--power-loss",
            paramLabel = "N",
            description = "Cuts the power at N moments of a recorded run instead (Debian package strace).")
    private @Nullable Integer powerLosses;

    @Option(
            names = "--notices",
            paramLabel = "N",
            description = "Kills the process that tells people while it tells them of N cases instead.")
    private @Nullable Integer notices;

    @Option(names = "--seed", paramLabel = "S", description = "Repeats a plan; default: a new one.")
    private @Nullable Long seed;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Readings per second of the meters; default 5000, recorded 300.")
    private int rate;

    @Option(names = "--enterprises", paramLabel = "N", description = "Enterprises that send; default 4, recorded 1.")
    private int enterprises;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "Where the run keeps its folder; on a file system of less than 8 GB the disk is really filled,"
                            + " elsewhere the kernel refuses the server's writes. Default: the temporary folder.")
    private @Nullable Path dir;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the report there, too.")
    private @Nullable Path report;

    @Option(names = "--keep", description = "Keeps the folder of the run in any case.")
    private boolean keep;

    public ChaosCommand() {
        super("chaos");
    }

    @Override
    int measure() throws Exception {
        if (kills < 0 || seconds < 0 || rate < 0 || enterprises < 0 || enterprises > MOST_ENTERPRISES) {
            throw UserError.usage(
                    "--kills, --seconds, --rate and --enterprises may not be negative, --enterprises at most "
                            + MOST_ENTERPRISES);
        }
        if (powerLosses != null && powerLosses < 1) {
            throw UserError.usage("--power-loss \"" + powerLosses + "\" is out of range; accepted: 1 and more");
        }
        if (powerLosses != null && (books == BooksKind.POSTGRES || influx)) {
            throw UserError.usage("--power-loss records the server alone; take --books postgres and --influx out");
        }
        if (notices != null && (notices < 1 || kills < 1 || kills > notices)) {
            throw UserError.usage("--notices \"" + notices + "\" with --kills \"" + kills
                    + "\" is out of range; accepted: at least one kill, and as many cases at least");
        }
        if (notices != null && (powerLosses != null || books == BooksKind.POSTGRES || influx)) {
            throw UserError.usage("--notices kills a process with SQLite books; take --power-loss, --books postgres and"
                    + " --influx out");
        }
        ChildProcessReaper.endWithThisProcess();
        if (notices != null) {
            return tell(notices);
        }
        return powerLosses == null ? strike() : cutPower(powerLosses);
    }

    private int strike() throws Exception {
        int spread = seconds == 0 ? Math.max(SHORTEST_SECONDS, kills * SECONDS_PER_KILL) : seconds;
        ChaosResult result = ChaosRun.run(options(spread, 5_000, 4), System.out, CLOCK);
        return report(
                ChaosReport.of(result), result.passed(), new TreeSet<>(List.of(result.folder(), result.dataFolder())));
    }

    private int tell(int cases) throws Exception {
        NoticesResult result = NoticesRun.run(
                new NoticesOptions(kills, cases, seed == null ? CLOCK.millis() : seed, folder()), System.out, CLOCK);
        return report(NoticesReport.of(result), result.passed(), new TreeSet<>(List.of(result.folder())));
    }

    private Path folder() {
        return dir == null ? Path.of(System.getProperty("java.io.tmpdir")) : dir.toAbsolutePath();
    }

    private int cutPower(int moments) throws Exception {
        int restarts = Math.max(1, moments / MOMENTS_PER_RESTART);
        PowerLossResult result = PowerLossRun.run(
                options(seconds == 0 ? SHORTEST_SECONDS : seconds, 300, 1), moments, restarts, System.out, CLOCK);
        return report(PowerLossReport.of(result), result.passed(), new TreeSet<>(List.of(result.folder())));
    }

    private ChaosOptions options(int spread, int usualRate, int usualEnterprises) {
        return new ChaosOptions(
                kills,
                Duration.ofSeconds(spread),
                influx,
                books == BooksKind.POSTGRES,
                seed == null ? CLOCK.millis() : seed,
                rate == 0 ? usualRate : rate,
                enterprises == 0 ? usualEnterprises : enterprises,
                folder());
    }

    private int report(String text, boolean passed, Set<Path> folders) throws IOException {
        System.out.println();
        System.out.print(text);
        if (report != null) {
            Files.writeString(report, text);
        }
        if (passed && !keep) {
            for (Path folder : folders) {
                FileTree.delete(folder);
            }
        } else {
            System.out.println("What the run left is kept: " + folders);
        }
        return passed ? 0 : 1;
    }
}
