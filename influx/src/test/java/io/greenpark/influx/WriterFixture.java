package io.greenpark.influx;

import io.greenpark.park.Await;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.Mark;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A log, books and a writer between them and a server, for the length of a test; stands in for the accounts. */
final class WriterFixture implements BeforeEachCallback, AfterEachCallback {
    static final String BOOKED_BY = "accounting";
    static final long QUARTER_MS = 900_000;
    private static final Clock CLOCK = Clock.systemUTC();

    final BooksFixture fixture = new BooksFixture();
    private TelemetryLog log;
    private InfluxWriter writer;
    private final List<Reading> sent = new ArrayList<>();

    /** Hours of the mill, as many as there are readings in the set; each figure is the start of its hour. */
    private static final class Figures implements SeriesSource {
        @Override
        public Set<Mark.Kind> kinds() {
            return Set.of(Mark.Kind.ENERGY_HOUR);
        }

        @Override
        public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
            return marks.stream()
                    .map(m -> new SeriesPoint(
                            "energy_hour",
                            Map.of("enterprise", m.subject()),
                            Map.of("tce", (double) m.startMs()),
                            m.startMs()))
                    .toList();
        }

        @Override
        public List<String> subjects(Handle handle, Mark.Kind kind) {
            return List.of("mill", "dye works");
        }

        @Override
        public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
            List<Long> starts = new ArrayList<>();
            for (int i = 0; i < 1_200 && starts.size() < max; i++) {
                long start = Meters.START + i * 3_600_000L;
                if (start > afterMs) {
                    starts.add(start);
                }
            }
            return starts;
        }
    }

    static final int FIGURES = 2_400;

    Books books() {
        return fixture.books();
    }

    TelemetryLog log() {
        return log;
    }

    InfluxWriter start(InfluxConfig config) {
        writer = InfluxWriter.open(
                        config,
                        log,
                        fixture.books(),
                        RegistrySource.fixed(Meters.registry()),
                        BOOKED_BY,
                        List.of(new Figures()),
                        () -> true,
                        CLOCK)
                .start();
        return writer;
    }

    InfluxWriter writer() {
        return writer;
    }

    void stop() {
        writer.close();
    }

    /** Appends readings of both points at the next quarters of an hour. */
    void send(int quarters) {
        List<Reading> batch = new ArrayList<>();
        for (int i = 0; i < quarters; i++) {
            long time = Meters.START + (sent.size() + batch.size()) / 2 * QUARTER_MS;
            batch.add(Meters.reading("meter", time, 0.25));
            batch.add(Meters.reading("nox", time, 0.5));
        }
        append(batch);
        sent.addAll(batch);
    }

    void append(List<Reading> batch) {
        log.append(batch).toCompletableFuture().join();
    }

    /** Puts everything that was appended so far into the set, as the accounts would. */
    void book() {
        fixture.books().<Boolean, RuntimeException>write(tx -> {
            Position from = tx.positions().get(BOOKED_BY, 0);
            var slice = log.readAfter(from, Integer.MAX_VALUE);
            while (!slice.isEmpty()) {
                tx.readings().put(slice.readings(), slice.to());
                tx.positions().commit(BOOKED_BY, from, slice.to(), 0);
                from = slice.to();
                slice = log.readAfter(from, Integer.MAX_VALUE);
            }
            return true;
        });
    }

    List<Reading> sent() {
        return sent;
    }

    void awaitWritten() {
        Await.until("everything is written", this::written);
    }

    boolean written() {
        boolean filled = fixture.books().read(Backfill::all).stream().allMatch(Backfill.BackfillProgress::finished);
        return filled && writer.statuses().stream().allMatch(s -> s.lag() == 0 && s.failingSinceMs() == null);
    }

    /** What health says of the readings' writer; empty while it works. */
    String trouble() {
        String failure = writer.statuses().get(0).failure();
        return failure == null ? "" : failure;
    }

    List<RefusedPoints.RefusedSeries> refused() {
        return fixture.books().read(handle -> RefusedPoints.list(handle, 100));
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        fixture.beforeEach(context);
        log = SqliteTelemetryLog.open(fixture.folder().resolve("log"), LogConfig.defaults(), CLOCK);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (writer != null) {
            writer.close();
        }
        log.close();
        fixture.afterEach(context);
    }
}
