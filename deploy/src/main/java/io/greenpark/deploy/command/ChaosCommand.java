package io.greenpark.deploy.command;

import io.greenpark.deploy.chaos.ChaosOptions;
import io.greenpark.deploy.chaos.ChaosReport;
import io.greenpark.deploy.chaos.ChaosResult;
import io.greenpark.deploy.chaos.ChaosRun;
import io.greenpark.deploy.bench.TemporaryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
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
            "  greenpark chaos --kills 100 --seed 4711 --dir /mnt/small"
        })
final class ChaosCommand implements Callable<Integer> {
    private static final int SECONDS_PER_KILL = 4;
    private static final int MOST_ENTERPRISES = 1_000;

    @Option(names = "--kills", paramLabel = "N", description = "How often the server is killed; default 10.")
    private int kills = 10;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Over how many seconds the faults spread, recoveries not counted; default 4 a kill.")
    private int seconds;

    @Option(names = "--influx", description = "An InfluxDB takes part, and is struck as well (Debian package influxdb).")
    private boolean influx;

    @Option(names = "--seed", paramLabel = "S", description = "Repeats a plan; default: a new one.")
    private @Nullable Long seed;

    @Option(names = "--rate", paramLabel = "N", description = "Readings a second of the meters; default 5000.")
    private int rate = 5_000;

    @Option(names = "--enterprises", paramLabel = "N", description = "Enterprises that send; default 4.")
    private int enterprises = 4;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the run keeps its folder; on a file system of less than 8 GB the disk is really filled,"
                    + " elsewhere the kernel refuses the server's writes. Default: the temporary folder.")
    private @Nullable Path dir;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the report there, too.")
    private @Nullable Path report;

    @Option(names = "--keep", description = "Keeps the folder of the run in any case.")
    private boolean keep;

    @Override
    public Integer call() throws Exception {
        if (kills < 0 || seconds < 0 || rate < 1 || enterprises < 1 || enterprises > MOST_ENTERPRISES) {
            throw UserError.usage("--kills and --seconds may not be negative, --rate must be at least 1, --enterprises 1 to "
                    + MOST_ENTERPRISES);
        }
        Clock clock = Clock.systemUTC();
        ChaosOptions options = new ChaosOptions(
                kills,
                Duration.ofSeconds(seconds == 0 ? Math.max(10, kills * SECONDS_PER_KILL) : seconds),
                influx,
                seed == null ? clock.millis() : seed,
                rate,
                enterprises,
                dir == null ? Path.of(System.getProperty("java.io.tmpdir")) : dir.toAbsolutePath());
        ChaosResult result;
        try {
            result = ChaosRun.run(options, System.out, clock);
        } catch (IOException e) {
            throw UserError.failed("chaos: " + e.getMessage());
        }
        String text = ChaosReport.of(result);
        System.out.println();
        System.out.print(text);
        if (report != null) {
            Files.writeString(report, text);
        }
        if (result.passed() && !keep) {
            TemporaryFiles.delete(result.folder());
        } else {
            System.out.println("The folder of the run is kept: " + result.folder());
        }
        return result.passed() ? 0 : 1;
    }
}
