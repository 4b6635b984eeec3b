package io.greenpark.store.influx;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.cursor.LogCursor;
import io.greenpark.store.reader.ReaderLoop;
import io.greenpark.store.reader.ReaderStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the log and writes every reading; its position is committed after the server's answer. */
final class ReadingWriter implements AutoCloseable {
    static final String NAME = "influx";
    private static final Logger LOG = LoggerFactory.getLogger(ReadingWriter.class);

    private final InfluxConfig config;
    private final Books books;
    private final Clock clock;
    private final ReadingLines lines;
    private final LineClient client;
    private final LogCursor cursor;
    private final ReaderLoop loop;

    ReadingWriter(InfluxConfig config, TelemetryLog log, Books books, RegistrySource registry, Clock clock) {
        this.config = config;
        this.books = books;
        this.clock = clock;
        this.lines = new ReadingLines(registry);
        this.client = new LineClient(config);
        this.cursor = LogCursor.open(NAME, log, books, clock);
        this.loop = new ReaderLoop(NAME, this::step, cursor::lag, Duration.ofSeconds(1), clock);
        log.onAppend(loop::wakeUp);
    }

    void start() {
        loop.start();
    }

    private boolean step() {
        LogSlice slice = cursor.next(config.batch());
        if (slice.isEmpty()) {
            return false;
        }
        List<Refused> refused = new ArrayList<>();
        List<String> batch = new ArrayList<>(slice.readings().size());
        for (Reading reading : slice.readings()) {
            String line = lines.line(reading);
            if (line != null) {
                batch.add(line);
            } else {
                refused.add(new Refused(
                        reading.pointId(), "unknown-point", "the registry no longer knows point " + reading.pointId()));
            }
        }
        refused.addAll(client.write(batch));
        books.<Boolean, RuntimeException>write(tx -> {
            refused.forEach(r -> r.keep(tx.handle(), clock.millis()));
            cursor.commit(tx, slice);
            return true;
        });
        cursor.moved(slice);
        if (!refused.isEmpty()) {
            LOG.warn(
                    "{} of {} readings did not get into InfluxDB; the first: \"{}\": {}",
                    refused.size(),
                    slice.readings().size(),
                    refused.get(0).line(),
                    refused.get(0).words());
        }
        return true;
    }

    ReaderStatus status() {
        return loop.status();
    }

    @Override
    public void close() {
        loop.close();
        client.close();
    }
}
