package io.greenpark.lab.bench.log;

import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.bench.BenchReadings;
import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Batches appended and slices read per second, and readings beside them. An append returns once its batch is durable, so
 * one thread measures one commit after the other, an fsync each. Run it with {@code ./greenpark bench log}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
public class LogBenchmark {
    /** System property: the folder that is measured. */
    public static final String FOLDER = "greenpark.bench.folder";

    private static final int KEPT_READINGS = 500_000;
    private static final int FILLED_AT_A_TIME = 4_000;
    private static final int SLICE_READINGS = 4_000;

    private static SqliteTelemetryLog open(Path folder) {
        return SqliteTelemetryLog.open(folder, LogConfig.defaults(), Clock.systemUTC());
    }

    private static Path newFolder() throws IOException {
        return Files.createTempDirectory(Path.of(System.getProperty(FOLDER, ".")), "bench-log-");
    }

    /** An empty log, and a batch for it. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class Appending {
        /** Readings of a batch: a sensor's message, a logger's, those that come together, a full commit. */
        @Param({"1", "64", "512", "4096"})
        public int readings;

        private Path folder;
        private TelemetryLog log;
        private List<Reading> batch;

        @Setup(Level.Trial)
        public void open() throws IOException {
            folder = newFolder();
            log = LogBenchmark.open(folder);
            batch = BenchReadings.of(readings);
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            log.close();
            FileTree.delete(folder);
        }
    }

    /** A log with readings, and how far they are read. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class Reader {
        private Path folder;
        private TelemetryLog log;
        private Position next = Position.START;

        @Setup(Level.Trial)
        public void fill() throws IOException {
            folder = newFolder();
            log = LogBenchmark.open(folder);
            List<Reading> all = BenchReadings.of(KEPT_READINGS);
            for (int from = 0; from < all.size(); from += FILLED_AT_A_TIME) {
                log.append(all.subList(from, Math.min(all.size(), from + FILLED_AT_A_TIME)))
                        .toCompletableFuture()
                        .join();
            }
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            log.close();
            FileTree.delete(folder);
        }
    }

    /** Readings in what was appended or read, shown per second beside the operations. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counted {
        public long readings;
    }

    /** One batch, until it is durable. */
    @Benchmark
    public Position append(Appending state, Counted counted) {
        counted.readings += state.batch.size();
        return state.log.append(state.batch).toCompletableFuture().join();
    }

    /** The next slice of the log, from its begin again after its end. */
    @Benchmark
    public LogSlice read(Reader state, Counted counted) {
        LogSlice slice = state.log.readAfter(state.next, SLICE_READINGS);
        counted.readings += slice.readings().size();
        state.next = slice.isEmpty() ? Position.START : slice.to();
        return slice;
    }
}
