package io.greenpark.accounting;

import io.greenpark.accounting.discharge.DayParts;
import io.greenpark.accounting.intensity.IntensityBooking;
import io.greenpark.accounting.work.LogIntake;
import io.greenpark.accounting.work.RecentSamples;
import io.greenpark.accounting.work.RegistryWatch;
import io.greenpark.accounting.work.WorkTable;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the books: follows the log, takes readings into the set of readings, and books anew whatever they touch. Every
 * figure is a function of the set and of the registry, so nothing is counted twice whatever arrives when, and a process
 * that dies in the middle goes on where its last transaction ended.
 */
public final class Accounting implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final long LEAST_READ_NANOS = Duration.ofMillis(250).toNanos();
    private static final long LONGEST_READ_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long INTENSITY_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final TelemetryLog log;
    private final Books books;
    private final RegistrySource registry;
    private final LogIntake intake;
    private final RegistryWatch watch;
    private final Bookings bookings;
    private final IntensityBooking intensity;
    private final BackgroundLoop loop;
    private final Deque<String> agenda = new ArrayDeque<>();
    private long bookedNanos;
    private long intensityAt;

    private Accounting(TelemetryLog log, Books books, RegistrySource registry, AccountingConfig config, Clock clock) {
        this.log = log;
        this.books = books;
        this.registry = registry;
        RecentSamples recent = RecentSamples.ofHeap();
        DayParts parts = new DayParts();
        this.intake = new LogIntake(log, books, registry, config.sliceReadings(), clock, List.of(recent, parts));
        this.watch = new RegistryWatch(books, registry);
        this.bookings = new Bookings(books, intake, recent, parts, config, clock);
        this.intensity = new IntensityBooking(books, clock);
        this.loop = new BackgroundLoop(LogIntake.READER, this::step, this::lag, IDLE, clock);
        this.intensityAt = System.nanoTime() - INTENSITY_EVERY_NANOS;
    }

    /** Takes the reader "accounting" over and registers it with the log; nothing is read before {@link #start}. */
    public static Accounting create(
            TelemetryLog log, Books books, RegistrySource registry, AccountingConfig config, Clock clock) {
        return new Accounting(log, books, registry, config, clock);
    }

    /** Begins to follow the log. */
    public Accounting start() {
        log.onAppend(loop::wakeUp);
        registry.onChange(changed -> loop.wakeUp());
        loop.start();
        return this;
    }

    /** How the accounts stand; a lag of 0 means that everything acknowledged is booked. */
    public LoopStatus status() {
        return loop.status();
    }

    /** Asked in the order in which work travels, so that none on its way is overlooked. */
    private long lag() {
        long before = intake.lag() + (watch.pending() ? 1 : 0);
        return before + books.read(WorkTable::count);
    }

    private boolean step() {
        boolean reconciled = watch.reconcile();
        boolean read = readSome();
        if (agenda.isEmpty()) {
            agenda.addAll(bookings.agenda(registry.current()));
        }
        boolean work = !agenda.isEmpty();
        long begun = System.nanoTime();
        if (work) {
            bookings.bookSome(registry.current(), agenda);
        }
        bookedNanos = System.nanoTime() - begun;
        boolean related = compareSome(!work && !read);
        return reconciled || read || work || related;
    }

    /**
     * Reads on for about as long as the last bookings took: the farther the books are behind, the more hours come together
     * in a portion, and the less each costs.
     */
    private boolean readSome() {
        long begun = System.nanoTime();
        long longest = Math.max(LEAST_READ_NANOS, Math.min(LONGEST_READ_NANOS, bookedNanos));
        boolean read = false;
        while (System.nanoTime() - begun < longest && intake.takeSlice()) {
            read = true;
        }
        return read;
    }

    private boolean compareSome(boolean nothingElse) {
        if (!nothingElse && System.nanoTime() - intensityAt < INTENSITY_EVERY_NANOS) {
            return false;
        }
        intensityAt = System.nanoTime();
        return intensity.book(registry.current(), intake::fence);
    }

    @Override
    public void close() {
        loop.close();
    }
}
