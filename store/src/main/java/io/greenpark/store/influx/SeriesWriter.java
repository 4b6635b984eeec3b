package io.greenpark.store.influx;

import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import io.greenpark.store.reader.ReaderLoop;
import io.greenpark.store.reader.ReaderStatus;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the dirty marks stand for, then deletes the marks in the version it has seen: a figure that changed
 * meanwhile is written again.
 */
final class SeriesWriter implements AutoCloseable {
    static final String NAME = "influx-series";
    static final String CONSUMER = "influx";
    private static final Logger LOG = LoggerFactory.getLogger(SeriesWriter.class);
    private static final int MARKS = 500;

    private final InfluxConfig config;
    private final Books books;
    private final List<SeriesSource> sources;
    private final Set<Mark.Kind> kinds = EnumSet.noneOf(Mark.Kind.class);
    private final Clock clock;
    private final LineClient client;
    private final ReaderLoop loop;

    SeriesWriter(InfluxConfig config, Books books, List<SeriesSource> sources, Clock clock) {
        this.config = config;
        this.books = books;
        this.sources = List.copyOf(sources);
        this.clock = clock;
        this.client = new LineClient(config);
        sources.forEach(source -> kinds.addAll(source.kinds()));
        books.<Boolean, RuntimeException>write(tx -> {
            tx.marks().subscribe(CONSUMER, kinds);
            return true;
        });
        this.loop = new ReaderLoop(NAME, this::step, this::lag, Duration.ofSeconds(1), clock);
    }

    void start() {
        loop.start();
    }

    private long lag() {
        return books.<Long, RuntimeException>read(
                handle -> books.ports(handle).marks().count(CONSUMER));
    }

    private boolean step() {
        List<Mark> marks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        books.<Boolean, RuntimeException>read(handle -> {
            marks.addAll(books.ports(handle).marks().pending(CONSUMER, kinds, MARKS));
            collect(handle, marks, lines);
            return true;
        });
        if (marks.isEmpty()) {
            return false;
        }
        List<Refused> refused = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += config.batch()) {
            refused.addAll(client.write(lines.subList(from, Math.min(lines.size(), from + config.batch()))));
        }
        books.<Boolean, RuntimeException>write(tx -> {
            refused.forEach(r -> r.keep(tx.handle(), clock.millis()));
            tx.marks().done(CONSUMER, marks);
            return true;
        });
        refused.forEach(r -> LOG.warn("a figure did not get into InfluxDB: \"{}\": {}", r.line(), r.words()));
        return true;
    }

    private void collect(Handle handle, List<Mark> marks, List<String> lines) {
        for (SeriesSource source : sources) {
            List<Mark> wanted = marks.stream()
                    .filter(m -> source.kinds().contains(m.kind()))
                    .toList();
            if (!wanted.isEmpty()) {
                for (SeriesPoint point : source.points(handle, wanted)) {
                    String line = SeriesLines.line(point);
                    if (line != null) {
                        lines.add(line);
                    }
                }
            }
        }
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
