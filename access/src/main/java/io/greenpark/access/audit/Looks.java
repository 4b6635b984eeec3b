package io.greenpark.access.audit;

import io.greenpark.store.books.Books;
import io.greenpark.store.books.Portions;
import io.greenpark.store.loop.BackgroundLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who looked at what. Looks are many, so they are counted by person, object and hour, in memory first, and written once a second: a crash
 * loses those of a second. While the books are away they wait; those that would take too much memory are counted by person and kind only,
 * as looks at {@code *}. Any thread may call; to note a look never waits for the books.
 */
public final class Looks implements AutoCloseable {
    /** More objects than people open in a second, and some megabytes. */
    static final int MOST_WAITING = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Books books;
    private final Clock clock;
    private final BackgroundLoop loop;
    private final Object writing = new Object();
    private Map<Look.Key, Look> waiting = new HashMap<>();

    public Looks(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
        this.loop = new BackgroundLoop("looks", this::writeAll, EVERY, clock);
    }

    /** From now on looks are written every second; before, and without it, by {@link #flush}. */
    public Looks start() {
        loop.start();
        return this;
    }

    /** Somebody looks at something now. */
    public void note(String person, AuditObject object) {
        add(Look.once(person, object, clock.instant()));
    }

    private synchronized void add(Look look) {
        boolean fits = waiting.size() < MOST_WAITING || waiting.containsKey(look.key());
        Look counted = fits ? look : look.atSeveral();
        waiting.merge(counted.key(), counted, Look::plus);
    }

    /** Writes what is waiting; durable when this returns. What cannot be written goes on waiting. */
    public void flush() {
        synchronized (writing) {
            List<Look> taken = take();
            int written = 0;
            try {
                for (List<Look> portion : Portions.of(taken)) {
                    books.write(tx -> LookTable.add(tx.handle(), portion));
                    written += portion.size();
                }
            } finally {
                taken.subList(written, taken.size()).forEach(this::add);
            }
        }
    }

    private boolean writeAll() {
        flush();
        return false;
    }

    private synchronized List<Look> take() {
        List<Look> taken = List.copyOf(waiting.values());
        waiting = new HashMap<>();
        return taken;
    }

    /**
     * What is written of looks in hours that begin within a span, those of the newest hours first.
     *
     * @param person null for everybody
     * @param object null for everything
     */
    public List<Look> newest(
            @Nullable String person, @Nullable AuditObject object, Instant from, Instant until, int limit) {
        return books.read(handle -> LookTable.newest(handle, person, object, from, until, limit));
    }

    /**
     * Deletes the looks of hours that ended before a time; their number.
     *
     * @throws IllegalArgumentException if the time is not yet {@link AuditLog#SHORTEST_DAYS} days ago
     */
    public long retire(Instant before) {
        AuditConfig.refuseTooYoung(before, clock);
        Instant end = before.minus(1, ChronoUnit.HOURS);
        long retired = 0;
        long portion;
        do {
            portion = books.write(tx -> {
                Optional<Instant> oldest = LookTable.oldestHour(tx.handle()).filter(hour -> !hour.isAfter(end));
                return oldest.map(hour -> LookTable.delete(tx.handle(), hour)).orElse(0);
            });
            retired += portion;
        } while (portion > 0);
        return retired;
    }

    /** Writes what is waiting, and no more after that. */
    @Override
    public void close() {
        loop.close();
        try {
            flush();
        } catch (RuntimeException e) {
            LOG.warn("the looks of the last second could not be written and are lost: {}", e.toString());
        }
    }
}
