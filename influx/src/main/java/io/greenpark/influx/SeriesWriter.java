package io.greenpark.influx;

import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.series.GuardedSeries;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the figures of marked periods, then deletes the marks in the version it has seen: a figure that changed meanwhile
 * is written again. Fills InfluxDB with all figures when asked to; marks and filling take turns.
 */
final class SeriesWriter implements AutoCloseable {
    static final String NAME = "influx-series";
    static final String CONSUMER = "influx";
    private static final Logger LOG = LoggerFactory.getLogger(SeriesWriter.class);
    private static final int MARKS = 500;

    private final Books books;
    private final List<SeriesSource> sources;
    private final Set<Mark.Kind> kinds = EnumSet.noneOf(Mark.Kind.class);
    private final Clock clock;
    private final LineClient client;
    private final RequestTurns turns;
    private final Pipeline<String> pipeline;
    private final SeriesBackfill backfill;
    private final WithheldPoints withheld;
    private final WithheldSweep sweep;
    private final BackgroundLoop loop;
    /** Whether the series are those that something may have to be held back of. */
    private final boolean guards;

    private boolean backfillTurn;
    /** Whether InfluxDB took points in this step. */
    private boolean taken;

    SeriesWriter(
            InfluxConfig config,
            RequestTurns turns,
            Books books,
            RegistrySource registry,
            List<SeriesSource> sources,
            BooleanSupplier settled,
            Clock clock) {
        this.books = books;
        this.sources = List.copyOf(sources);
        this.clock = clock;
        this.client = new LineClient(config, clock);
        this.turns = turns;
        AdaptiveRate rate = new AdaptiveRate(config.rate(), new SplittableRandom());
        this.pipeline = new Pipeline<>(client::write, client::failure, rate, turns, 1, NAME);
        this.backfill = new SeriesBackfill(books, this.sources, clock);
        sources.forEach(source -> kinds.addAll(source.kinds()));
        this.withheld = new WithheldPoints(config, turns, this.sources, WithheldPoints.Reader.of(books), clock);
        this.guards = GuardedSeries.ALL.stream().map(GuardedSeries::kind).allMatch(kinds::contains);
        this.sweep = new WithheldSweep(
                withheld,
                books,
                () -> this.sources.stream().anyMatch(SeriesSource::holdsBack),
                settled,
                clock,
                System::nanoTime);
        registry.onChange(sweep::registryChanged);
        books.<Boolean, RuntimeException>write(tx -> {
            tx.marks().subscribe(CONSUMER, kinds);
            return true;
        });
        this.loop = new BackgroundLoop(NAME, this::step, this::lag, Duration.ofSeconds(1), rate, clock);
    }

    void start() {
        loop.start();
    }

    private long lag() {
        return backfill.left()
                + books.<Long, RuntimeException>read(
                        handle -> books.ports(handle).marks().count(CONSUMER));
    }

    /** A portion of a look for what may not be there, and one of the series: neither keeps the other waiting. */
    private boolean step() throws InterruptedException {
        taken = false;
        InfluxFailure unanswered = guards ? sweep.lookOn() : null;
        boolean more = writeSome();
        if (unanswered != null && taken) {
            sweep.answeredOthers();
        } else if (unanswered != null) {
            throw unanswered;
        }
        return more || guards && sweep.due();
    }

    /** Marks and, when InfluxDB is to be filled, every other time a page of all periods. */
    private boolean writeSome() throws InterruptedException {
        backfillTurn = !backfillTurn && backfill.active();
        if (!backfillTurn && writeMarked()) {
            return true;
        }
        return backfill.active() && writePage();
    }

    private boolean writeMarked() throws InterruptedException {
        List<Mark> marks = new ArrayList<>();
        List<SeriesPoint> points = books.<List<SeriesPoint>, RuntimeException>read(handle -> {
            marks.addAll(books.ports(handle).marks().pending(CONSUMER, kinds, MARKS));
            return points(handle, marks);
        });
        if (marks.isEmpty()) {
            return false;
        }
        List<RefusedLine> refused = write(points);
        books.<Boolean, RuntimeException>write(tx -> {
            RefusedPoints.keep(tx.handle(), refused, clock.millis());
            tx.marks().done(CONSUMER, marks);
            return true;
        });
        return true;
    }

    private boolean writePage() throws InterruptedException {
        if (backfill.begins()) {
            turns.forgetWritten();
        }
        List<SeriesPoint> points = new ArrayList<>();
        SeriesBackfill.PeriodPage page = books.<SeriesBackfill.PeriodPage, RuntimeException>read(handle -> {
            SeriesBackfill.PeriodPage next = backfill.next(handle, MARKS);
            points.addAll(points(handle, next.periods()));
            return next;
        });
        List<RefusedLine> refused = write(points);
        books.<Boolean, RuntimeException>write(tx -> {
            RefusedPoints.keep(tx.handle(), refused, clock.millis());
            backfill.commit(tx, page);
            return true;
        });
        return true;
    }

    private List<SeriesPoint> points(Handle handle, List<Mark> marks) {
        List<SeriesPoint> points = new ArrayList<>();
        for (SeriesSource source : sources) {
            List<Mark> wanted = marks.stream()
                    .filter(m -> source.kinds().contains(m.kind()))
                    .toList();
            if (!wanted.isEmpty()) {
                points.addAll(source.points(handle, wanted));
            }
        }
        return points;
    }

    /** Writes points; returns those that were refused for good. */
    private List<RefusedLine> write(List<SeriesPoint> points) throws InterruptedException {
        Batch batch = pipeline.batch();
        for (SeriesPoint point : points) {
            @Nullable String line = SeriesLines.line(point);
            if (line != null) {
                batch.add("", text -> text.append(line));
            }
        }
        try {
            pipeline.send(batch, NAME);
            List<RefusedLine> refused = pipeline.oldest().refused();
            taken |= !points.isEmpty();
            refused.stream()
                    .limit(1)
                    .forEach(r -> LOG.warn(
                            "{} figures did not get into InfluxDB and are kept as its dead letters ({}); the first:"
                                    + " \"{}\": {}",
                            refused.size(),
                            r.reason().code(),
                            GuardedText.told(r.line()),
                            GuardedText.told(r.words().strip())));
            return refused;
        } finally {
            pipeline.drain();
        }
    }

    /** What InfluxDB holds against the rule; null if nothing is known. */
    @Nullable
    HeldBack held() {
        return sweep.held();
    }

    LoopStatus status() {
        return loop.status();
    }

    @Override
    public void close() {
        loop.close();
        pipeline.close();
        client.close();
        withheld.close();
    }
}
