package io.greenpark.store.books;

import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compacts closed days in the background. What to compact is read beside the writer; the writer is held for small
 * steps only, so that other writes go on between them.
 */
public final class CompactionLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CompactionLoop.class);
    private static final int PLAN_POINTS = 10_000;
    private static final int PLAN_SAMPLES = 100_000;
    private static final int WRITE_SAMPLES = 2_000;

    private final Books books;
    private final BooksConfig config;
    private final Clock clock;
    private final BackgroundLoop loop;

    private CompactionLoop(Books books, BooksConfig config, Clock clock) {
        this.books = books;
        this.config = config;
        this.clock = clock;
        this.loop = new BackgroundLoop("fold", this::step, () -> 0, config.compactEvery(), clock);
    }

    /** A loop over these books; {@link #start} begins to compact. */
    public static CompactionLoop create(Books books, BooksConfig config, Clock clock) {
        return new CompactionLoop(books, config, clock);
    }

    public CompactionLoop start() {
        loop.start();
        return this;
    }

    /** Compacts some of the oldest closed day; tells whether there may be more. */
    boolean step() {
        int today = new StoreDay().of(clock.millis());
        long beforeMs = StoreDay.startMs(LocalDate.ofEpochDay(today).minusDays(config.hotDays() - 1L));
        List<Compaction.PointDay> plan = books.<List<Compaction.PointDay>, RuntimeException>read(
                handle -> readings(books.ports(handle)).planCompaction(beforeMs, PLAN_POINTS, PLAN_SAMPLES));
        try {
            int from = 0;
            while (from < plan.size()) {
                from = write(plan, from);
            }
        } catch (Compaction.StalePlanException e) {
            LOG.debug("{}", e.getMessage());
        }
        return !plan.isEmpty();
    }

    /** Moves a part of the plan; returns where the next part begins. */
    private int write(List<Compaction.PointDay> plan, int from) {
        List<Compaction.PointDay> part = new ArrayList<>();
        int samples = 0;
        int next = from;
        while (next < plan.size() && samples < WRITE_SAMPLES) {
            samples += plan.get(next).samples().size();
            part.add(plan.get(next));
            next++;
        }
        books.<Boolean, RuntimeException>write(tx -> {
            readings(tx).applyCompaction(part);
            return true;
        });
        return next;
    }

    private static SqlReadings readings(BooksTx tx) {
        return ((SqlPorts) tx).readings();
    }

    public LoopStatus status() {
        return loop.status();
    }

    @Override
    public void close() {
        loop.close();
    }
}
