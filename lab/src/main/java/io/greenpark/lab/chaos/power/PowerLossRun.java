package io.greenpark.lab.chaos.power;

import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.chaos.ChaosOptions;
import io.greenpark.lab.chaos.TestEnvironment;
import io.greenpark.lab.chaos.check.LogReadout;
import io.greenpark.lab.chaos.check.SeenReadings;
import io.greenpark.lab.chaos.check.StoreComparison;
import io.greenpark.lab.ledger.LedgerBook;
import io.greenpark.lab.ledger.LedgerGenerator;
import io.greenpark.lab.ledger.LedgerLoad;
import io.greenpark.lab.machine.Programs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Records a server under load, then cuts its power at many moments and looks whether all that was acknowledged is there. */
public final class PowerLossRun {
    private static final int WINDOW = 16;
    private static final double[] KEPT = {0, 0.5, 1, 0.1, 0.9};
    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final long LONGEST_SETTLE_NANOS = Duration.ofMinutes(3).toNanos();

    private final ChaosOptions options;
    private final int moments;
    private final int restarts;
    private final PrintStream out;
    private final Clock clock;
    private final Random random;

    private PowerLossRun(ChaosOptions options, int moments, int restarts, PrintStream out, Clock clock) {
        this.options = options;
        this.moments = moments;
        this.restarts = restarts;
        this.out = out;
        this.clock = clock;
        this.random = new Random(options.seed());
    }

    /**
     * Records and cuts.
     *
     * @param options of these seed, rate, enterprises, folder and the time to send count
     * @param moments at how many moments the power is cut
     * @param restarts at how many of these a server is started on what is left
     */
    public static PowerLossResult run(ChaosOptions options, int moments, int restarts, PrintStream out, Clock clock)
            throws Exception {
        if (Programs.find("strace").isEmpty()) {
            throw new IOException("the loss of power needs strace; install it: apt-get install strace");
        }
        return new PowerLossRun(options, moments, restarts, out, clock).run();
    }

    private PowerLossResult run() throws Exception {
        Files.createDirectories(options.dir());
        Path trace = Files.createTempFile(options.dir(), "power-", ".strace");
        try (TestEnvironment environment = TestEnvironment.open(options, TraceReader.command(trace), clock)) {
            out.printf("power loss: seed %d, folder %s%n", options.seed(), environment.folder);
            environment.startServer(LONGEST_START);
            Path ledger = environment.folder.resolve("ledger");
            List<Integer> ports = send(environment, ledger);
            environment.server.kill();
            LedgerLoad load = environment.park.load();
            LedgerBook book = LedgerBook.read(ledger, load.devices().size());
            Recording recording = Recording.read(trace, environment.server.data());
            out.printf(
                    "power loss: %d messages acknowledged, %d MB of calls recorded%n",
                    book.messagesAcknowledged(), Files.size(trace) >> 20);
            RecordedAcks acks = RecordedAcks.of(
                    recording, ports, book.sent().stream().map(BitSet::length).toList());
            return cut(environment, recording, acks);
        } finally {
            Files.deleteIfExists(trace);
        }
    }

    /** Sends for a while and returns the ports the devices sent from. */
    private List<Integer> send(TestEnvironment environment, Path ledger) throws IOException, InterruptedException {
        try (LedgerGenerator generator = LedgerGenerator.start(
                environment.park.load(),
                environment.directDoor(),
                environment.clients(),
                WINDOW,
                ledger,
                options.seed())) {
            TimeUnit.MILLISECONDS.sleep(options.spread().toMillis());
            List<Integer> ports = generator.localPorts();
            long began = System.nanoTime();
            if (!generator.settle(() -> System.nanoTime() - began > LONGEST_SETTLE_NANOS)
                    || generator.lostConnections() > 0) {
                throw new IOException("the server under strace did not take the load; see "
                        + environment.folder.resolve("server.log"));
            }
            return ports;
        }
    }

    private PowerLossResult cut(TestEnvironment environment, Recording recording, RecordedAcks acks) throws Exception {
        LedgerLoad load = environment.park.load();
        Path data = environment.server.data();
        List<FolderChange> changes = recording.changes();
        CommitOrder.OrderFigures order =
                CommitOrder.check(changes, writeAheadFiles(changes, data), data.resolve("log"), load, acks);
        List<PowerLossResult.PowerCut> cuts = new ArrayList<>();
        for (int i = 0; i < moments; i++) {
            long moment = moment(recording, acks, i);
            double kept = KEPT[i % KEPT.length];
            Path after = environment.folder.resolve("after-" + i);
            DiskAfterPowerLoss.rebuild(changes, moment, kept, random, data, after);
            List<BitSet> acknowledged = acks.before(moment, load.devices().size());
            PowerLossResult.PowerCut cut = look(load, moment, kept, acknowledged, after);
            if (i < restarts && cut.right()) {
                cut = restart(environment, after, acknowledged, cut);
            }
            cuts.add(cut);
            if (cut.right()) {
                FileTree.delete(after);
            }
        }
        return new PowerLossResult(options, order, cuts, changes.size(), environment.folder);
    }

    private static PowerLossResult.PowerCut restart(
            TestEnvironment environment, Path after, List<BitSet> acknowledged, PowerLossResult.PowerCut cut)
            throws Exception {
        try {
            return cut.restarted(AfterPowerLoss.restart(environment, after, acknowledged));
        } catch (IOException e) {
            return cut.troubled(String.valueOf(e.getMessage()));
        }
    }

    /** The files SQLite appends commits to. */
    private static List<Integer> writeAheadFiles(List<FolderChange> changes, Path data) {
        return changes.stream()
                .filter(FolderChange.Create.class::isInstance)
                .map(FolderChange.Create.class::cast)
                .filter(c -> c.path().startsWith(data.resolve("log").toString())
                        && c.path().endsWith("-wal"))
                .map(FolderChange.Create::file)
                .toList();
    }

    /** Half of the moments are right after an acknowledgement, the others any. */
    private long moment(Recording recording, RecordedAcks acks, int i) {
        if (i % 2 == 0) {
            return acks.all().get(random.nextInt(acks.all().size())).entry() + 1;
        }
        return 1 + (long) (random.nextDouble() * recording.end());
    }

    private static PowerLossResult.PowerCut look(
            LedgerLoad load, long moment, double kept, List<BitSet> acknowledged, Path after) {
        SeenReadings seen = new SeenReadings(load, acknowledged, true);
        List<String> troubles = new ArrayList<>();
        Path log = after.resolve("log");
        try {
            if (Files.isDirectory(log)) {
                LogReadout.read(log, seen::saw);
            }
            troubles.addAll(AfterPowerLoss.damage(after));
        } catch (IOException e) {
            troubles.add(String.valueOf(e.getMessage()));
        }
        StoreComparison comparison = seen.compare("log");
        return new PowerLossResult.PowerCut(moment, kept, comparison, troubles, null);
    }
}
