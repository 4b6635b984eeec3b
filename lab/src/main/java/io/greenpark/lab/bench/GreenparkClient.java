package io.greenpark.lab.bench;

import io.greenpark.influx.InfluxConfig;
import io.greenpark.influx.InfluxWriter;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.SqliteBooks;
import io.greenpark.store.loop.LoopStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The writer as an installation runs it, with new books, from the first reading of the log to the last. */
final class GreenparkClient implements InfluxBench.DrainClient {
    private static final long LOOK_EVERY_MS = 5;

    private final RegistrySource registry;
    private final TelemetryLog log;
    private final Clock clock;

    GreenparkClient(RegistrySource registry, TelemetryLog log, Clock clock) {
        this.registry = registry;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Duration write(String url, Path dir) throws IOException, InterruptedException {
        InfluxConfig config = InfluxConfig.to(url).withDatabase(InfluxBench.DATABASE);
        try (Books books = SqliteBooks.open(dir.resolve("books.db"), BooksConfig.defaults(), clock);
                InfluxWriter writer =
                        InfluxWriter.open(config, log, books, registry, "accounting", List.of(), () -> true, clock)) {
            long begun = System.nanoTime();
            writer.start();
            while (!done(writer.statuses())) {
                Thread.sleep(LOOK_EVERY_MS);
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private static boolean done(List<LoopStatus> statuses) throws IOException {
        for (LoopStatus status : statuses) {
            if (status.failure() != null) {
                throw new IOException(status.failure());
            }
        }
        return statuses.stream().allMatch(s -> s.lag() == 0);
    }
}
