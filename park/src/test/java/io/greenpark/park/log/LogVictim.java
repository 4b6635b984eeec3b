package io.greenpark.park.log;

import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A child process that appends for ever, says what was acknowledged, and is killed with SIGKILL. */
public final class LogVictim {
    private static final int BATCH = 7;
    private static final int WINDOW = 4;
    /** How many readings the child may have handed over without having been told that they are durable. */
    static final long MOST_UNACKNOWLEDGED = 100L * BATCH;

    private final Class<? extends TelemetryLogContract> contract;
    private final Path dir;

    LogVictim(Class<? extends TelemetryLogContract> contract, Path dir) {
        this.contract = contract;
        this.dir = dir;
    }

    /** Runs the child, kills it after so many acknowledgements and returns the last acknowledged end. */
    long killAfter(int acknowledgements) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LogVictim.class.getName(),
                        contract.getName(),
                        dir.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            int heard = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("durable ")) {
                    acknowledged = Long.parseLong(line.substring("durable ".length()));
                    if (++heard == acknowledgements) {
                        // By its handle: killing by the process object would close the output not yet read.
                        child.toHandle().destroyForcibly();
                    }
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    /** Arguments: the contract's class, the directory. */
    public static void main(String[] args) throws Exception {
        Constructor<?> constructor = Class.forName(args[0]).getDeclaredConstructor();
        constructor.setAccessible(true);
        TelemetryLogContract contract = (TelemetryLogContract) constructor.newInstance();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (TelemetryLog log = contract.open(Path.of(args[1]), Clock.systemUTC())) {
            Deque<CompletableFuture<Position>> window = new ArrayDeque<>();
            for (int n = 0; ; n += BATCH) {
                List<Reading> batch = LogReadings.readings(n, n + BATCH);
                window.add(log.append(batch).toCompletableFuture());
                if (window.size() == WINDOW) {
                    out.println("durable " + window.remove().join().offset());
                }
            }
        }
    }
}
