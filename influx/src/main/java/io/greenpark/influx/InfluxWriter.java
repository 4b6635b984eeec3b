package io.greenpark.influx;

import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes to InfluxDB: raw readings (reader {@code influx}) and derived series (reader {@code influx-series}). Intake and
 * books never wait for it; what it could not write it writes later, and writing twice changes nothing.
 */
public final class InfluxWriter implements AutoCloseable {
    /** The name of the readings' reader among those of the log. */
    public static final String READER = ReadingWriter.NAME;

    private final ReadingWriter readings;
    private final SeriesWriter series;

    private InfluxWriter(ReadingWriter readings, SeriesWriter series) {
        this.readings = readings;
        this.series = series;
    }

    /**
     * Takes the readers over. Where InfluxDB was not written to before, it is filled from the books first.
     *
     * @param config with a URL
     * @param bookedBy the reader of the log that puts readings into the reading store
     * @param sources suppliers of the derived series
     * @param settled whether the accounts have noted what the registry as it is now changes
     */
    public static InfluxWriter open(
            InfluxConfig config,
            TelemetryLog log,
            Books books,
            RegistrySource registry,
            String bookedBy,
            List<SeriesSource> sources,
            BooleanSupplier settled,
            Clock clock) {
        books.<Boolean, RuntimeException>write(tx -> {
            Backfill.switchedOn(tx, ReadingWriter.NAME, clock.millis());
            Backfill.switchedOn(tx, SeriesWriter.NAME, clock.millis());
            return true;
        });
        RequestTurns turns = new RequestTurns(config.rate().requests(), System::nanoTime);
        return new InfluxWriter(
                new ReadingWriter(config, turns, log, books, registry, bookedBy, clock),
                new SeriesWriter(config, turns, books, registry, sources, settled, clock));
    }

    /** InfluxDB is switched off: forgets the marks kept for it, the position of its reader, and that it was filled. */
    public static void switchedOff(Books books) {
        Backfill.switchedOff(books);
    }

    /** The lines of readings as this writer sends them, in bodies of at most {@code linesEach} lines; for benchmarks. */
    public static List<String> bodies(RegistrySource registry, List<Reading> readings, int linesEach) {
        ReadingLines lines = new ReadingLines(registry);
        Batch batch = new Batch(new Suspects(), 1, linesEach);
        for (Reading r : readings) {
            lines.add(batch, r.pointId(), r.value(), r.flag(), r.timeMs());
        }
        return batch.bodies(0).stream().map(Batch.RequestBody::text).toList();
    }

    public InfluxWriter start() {
        readings.start();
        series.start();
        return this;
    }

    /** One status for the readings, one for the series. */
    public List<LoopStatus> statuses() {
        return List.of(readings.status(), series.status());
    }

    /** What InfluxDB holds although it may not be told there; null if nothing is known of it. */
    public @Nullable HeldBack held() {
        return series.held();
    }

    @Override
    public void close() {
        readings.close();
        series.close();
    }
}
