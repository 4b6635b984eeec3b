package io.greenpark.accounting;

import io.greenpark.accounting.basis.RegistryReconciler;
import io.greenpark.accounting.cache.ReadingCache;
import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.discharge.VoidedMeans;
import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.intensity.IntensityBooking;
import io.greenpark.accounting.intensity.VoidedMonths;
import io.greenpark.accounting.work.AccountWorkTable;
import io.greenpark.accounting.work.IntensityWorkTable;
import io.greenpark.accounting.work.LogIntake;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the books: follows the log, takes readings into the set of readings, and recomputes the hours they touch. Every
 * figure is a function of the set and of the registry, so nothing is counted twice whatever arrives when, and a process
 * that dies half-way continues where its last transaction ended.
 */
public final class Accounting implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final long MIN_READ_NANOS = Duration.ofMillis(250).toNanos();
    private static final long MAX_READ_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long INTENSITY_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final TelemetryLog log;
    private final Books books;
    private final RegistrySource registry;
    private final LogIntake intake;
    private final RegistryReconciler reconciler;
    private final WorkProcessor processor;
    private final IntensityBooking intensity;
    private final BackgroundLoop loop;
    /** Enterprises whose work is yet to be looked at in this round. */
    private final Deque<String> agenda = new ArrayDeque<>();

    private final Clock clock;

    private long lastBookingNanos;
    private long lastIntensityNanos;

    private Accounting(TelemetryLog log, Books books, RegistrySource registry, AccountingConfig config, Clock clock) {
        this.log = log;
        this.clock = clock;
        this.books = books;
        this.registry = registry;
        ReadingCache cache = ReadingCache.ofHeap();
        DischargeBooker discharge = new DischargeBooker();
        this.intake = new LogIntake(log, books, registry, config.sliceReadings(), clock, List.of(cache, discharge));
        this.reconciler = new RegistryReconciler(books, registry);
        this.processor = new WorkProcessor(books, intake, cache, discharge, config, clock);
        this.intensity = new IntensityBooking(books, clock);
        this.loop = new BackgroundLoop(LogIntake.READER, this::step, this::lag, IDLE, clock);
        this.lastIntensityNanos = System.nanoTime() - INTENSITY_EVERY_NANOS;
    }

    /** Takes the reader "accounting" over and registers it with the log; nothing is read before {@link #start}. */
    public static Accounting create(
            TelemetryLog log, Books books, RegistrySource registry, AccountingConfig config, Clock clock) {
        return new Accounting(log, books, registry, config, clock);
    }

    /** All kinds of hours that are kept, to be folded ({@link io.greenpark.accounting.hour.HourFoldLoop}). */
    public static List<HourTable<?>> hourTables() {
        List<HourTable<?>> tables = new ArrayList<>(HourBook.tables());
        tables.add(BooksDischargeAccounts.hours());
        return tables;
    }

    /** Begins to follow the log. */
    public Accounting start() {
        log.onAppend(loop::wakeUp);
        registry.onChange(changed -> loop.wakeUp());
        loop.start();
        return this;
    }

    /** A lag of 0 means that everything acknowledged is booked. */
    public LoopStatus status() {
        return loop.status();
    }

    /** Why points have missing hours that they need not have: their arithmetic failed. */
    public List<Reason> failing() {
        return processor.failing();
    }

    /** Whether everything the registry as it is now changes was found and noted; the recomputing may still be going on. */
    public boolean followsRegistry() {
        return !reconciler.pending();
    }

    /** Asked in the order in which work travels, so that none on its way is overlooked. */
    private long lag() {
        long before = intake.lag() + (reconciler.pending() ? 1 : 0) + (processor.due() ? 1 : 0);
        return before
                + books.read(handle -> AccountWorkTable.count(handle)
                        + IntensityWorkTable.count(handle)
                        + VoidedMeans.untaken(handle)
                        + VoidedMonths.untaken(handle));
    }

    /** One round; false if there was nothing to do. */
    private boolean step() {
        boolean reconciled = reconciler.reconcile() | takeVoided();
        boolean read = readSome();
        boolean booked = bookSome();
        boolean computed = computeIntensities(!read && !booked);
        return reconciled || read || booked || computed;
    }

    /** Days with hours, and intensities with months, that an objection was right about are computed anew. */
    private boolean takeVoided() {
        if (books.read(handle -> VoidedMeans.untaken(handle) + VoidedMonths.untaken(handle)) == 0) {
            return false;
        }
        books.write(tx -> {
            intake.fence(tx);
            VoidedMeans.take(tx.handle(), clock.instant());
            VoidedMonths.take(tx.handle(), clock.instant());
            return true;
        });
        return true;
    }

    /**
     * Reads on for about as long as the last bookings took: the farther the books are behind, the more hours come together
     * in a portion, and the less each costs.
     */
    private boolean readSome() {
        long begun = System.nanoTime();
        long limit = Math.max(MIN_READ_NANOS, Math.min(MAX_READ_NANOS, lastBookingNanos));
        boolean read = false;
        while (System.nanoTime() - begun < limit && intake.takeSlice()) {
            read = true;
        }
        return read;
    }

    private boolean bookSome() {
        if (agenda.isEmpty()) {
            agenda.addAll(processor.agenda(registry.current()));
        }
        boolean work = !agenda.isEmpty();
        long begun = System.nanoTime();
        if (work) {
            processor.processSome(registry.current(), agenda);
        }
        lastBookingNanos = System.nanoTime() - begun;
        return work;
    }

    /** Intensities wait while there is other work, but not for long. */
    private boolean computeIntensities(boolean idle) {
        if (!idle && System.nanoTime() - lastIntensityNanos < INTENSITY_EVERY_NANOS) {
            return false;
        }
        lastIntensityNanos = System.nanoTime();
        return intensity.book(registry.current(), intake::fence);
    }

    @Override
    public void close() {
        loop.close();
    }
}
