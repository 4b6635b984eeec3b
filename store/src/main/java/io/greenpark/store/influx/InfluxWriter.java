package io.greenpark.store.influx;

import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.reader.ReaderStatus;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Writes to InfluxDB: raw readings (reader {@code influx}) and derived series (reader {@code influx-series}). Intake and
 * books never wait for it; whatever it could not write it writes later, and writing twice changes nothing.
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
     * @param config with a URL
     * @param sources who supplies the derived series
     */
    public static InfluxWriter open(
            InfluxConfig config,
            TelemetryLog log,
            Books books,
            RegistrySource registry,
            List<SeriesSource> sources,
            Clock clock) {
        return new InfluxWriter(
                new ReadingWriter(config, log, books, registry, clock),
                new SeriesWriter(config, books, sources, clock));
    }

    /** No InfluxDB is wanted any more: forgets the marks kept for it, which would pile up. */
    public static void switchedOff(Books books) {
        books.<Boolean, RuntimeException>write(tx -> {
            tx.marks().subscribe(SeriesWriter.CONSUMER, Set.of());
            return true;
        });
    }

    public InfluxWriter start() {
        readings.start();
        series.start();
        return this;
    }

    /** One status for the readings, one for the series. */
    public List<ReaderStatus> statuses() {
        return List.of(readings.status(), series.status());
    }

    @Override
    public void close() {
        readings.close();
        series.close();
    }
}
