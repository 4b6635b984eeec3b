package io.greenpark.lab.bench;

import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.store.deadletter.DeadLetterConfig;
import io.greenpark.store.deadletter.SqliteDeadLetters;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What senders wait for their answers while one of them, with credentials, sends what nobody knows as fast as it is taken. Intake and real
 * stores, two event loops; runs with and without the flood take turns, so that both have the same machine.
 */
public final class RefusalsBench {
    private static final int LOOPS = 2;
    private static final int HONEST = 9;
    private static final double HALF = 0.5;
    private static final double MOST = 0.99;

    private final Path dir;
    private final Clock clock;
    private final Duration run;
    private final int connections;

    /**
     * A bench.
     *
     * @param dir where the stores lie, on the disk to measure
     * @param run how long one run takes
     * @param connections of the one that floods
     */
    public RefusalsBench(Path dir, Clock clock, Duration run, int connections) {
        this.dir = dir;
        this.clock = clock;
        this.run = run;
        this.connections = connections;
    }

    /** What came of a run: waits in milliseconds, and what of the flood was answered in a second. */
    private record Result(double refusedHalf, double refusedMost, double readHalf, double readMost, double flooded) {}

    /** Runs in pairs, and prints each and the medians. */
    public void measure(int pairs, PrintStream out) throws IOException, InterruptedException {
        List<Result> quiet = new ArrayList<>();
        List<Result> flooded = new ArrayList<>();
        out.println("| run | refusal p50 | p99 | reading p50 | p99 | refused of the flood |");
        out.println("|---|--:|--:|--:|--:|--:|");
        run(Duration.ofSeconds(1), true);
        for (int pair = 1; pair <= pairs; pair++) {
            quiet.add(run(run, false));
            print(out, pair + ", alone", quiet.get(quiet.size() - 1));
            flooded.add(run(run, true));
            print(out, pair + ", beside a flood", flooded.get(flooded.size() - 1));
        }
        print(out, "median, alone", median(quiet));
        print(out, "median, beside a flood", median(flooded));
    }

    private static void print(PrintStream out, String what, Result r) {
        out.printf(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.0f/s |%n",
                what,
                r.refusedHalf,
                r.refusedMost,
                r.readHalf,
                r.readMost,
                r.flooded);
    }

    private static Result median(List<Result> all) {
        return new Result(
                median(all.stream().mapToDouble(Result::refusedHalf).toArray()),
                median(all.stream().mapToDouble(Result::refusedMost).toArray()),
                median(all.stream().mapToDouble(Result::readHalf).toArray()),
                median(all.stream().mapToDouble(Result::readMost).toArray()),
                median(all.stream().mapToDouble(Result::flooded).toArray()));
    }

    private static double median(double[] all) {
        return at(all, HALF);
    }

    private static double at(double[] all, double part) {
        Arrays.sort(all);
        return all.length == 0 ? Double.NaN : all[(int) Math.min(all.length - 1, Math.floor(all.length * part))];
    }

    private Result run(Duration time, boolean flood) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(dir, "refusals-");
        List<ExecutorService> loops = new ArrayList<>();
        AtomicBoolean going = new AtomicBoolean(true);
        try (SqliteTelemetryLog log = SqliteTelemetryLog.open(folder, LogConfig.defaults(), clock);
                SqliteDeadLetters letters =
                        SqliteDeadLetters.open(folder.resolve("dead-letters.db"), DeadLetterConfig.defaults(), clock)) {
            Intake intake = Intake.create(log, letters, letters.quarantine(), IntakeConfig.DEFAULT);
            List<RefusalsSender> flooders = new ArrayList<>();
            List<RefusalsSender> honest = new ArrayList<>();
            for (int i = 0; i < LOOPS; i++) {
                ExecutorService loop = Executors.newSingleThreadExecutor();
                loops.add(loop);
                var batcher = intake.batcher(loop);
                for (int n = i; flood && n < connections; n += LOOPS) {
                    flooders.add(new RefusalsSender("flooder", batcher, loop, going, clock));
                }
                for (int n = i; n < HONEST; n += LOOPS) {
                    honest.add(new RefusalsSender("gateway-" + n, batcher, loop, going, clock));
                }
            }
            flooders.forEach(RefusalsSender::flood);
            honest.forEach(RefusalsSender::sendNowAndThen);
            Thread.sleep(time.toMillis());
            going.set(false);
            for (RefusalsSender one : honest) {
                one.ended();
            }
            double[] refused = honest.stream()
                    .flatMapToDouble(h -> h.refusedMs().stream().mapToDouble(d -> d))
                    .toArray();
            double[] read = honest.stream()
                    .flatMapToDouble(h -> h.readMs().stream().mapToDouble(d -> d))
                    .toArray();
            double answered =
                    flooders.stream().mapToLong(RefusalsSender::answeredValues).sum();
            return new Result(
                    at(refused, HALF), at(refused, MOST), at(read, HALF), at(read, MOST), answered / time.toSeconds());
        } finally {
            going.set(false);
            loops.forEach(ExecutorService::shutdownNow);
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
