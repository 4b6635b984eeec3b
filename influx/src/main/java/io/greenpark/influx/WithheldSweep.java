package io.greenpark.influx;

import io.greenpark.influx.WithheldPoints.Finding;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Removes from InfluxDB what may no longer be told there: looks it through at the start, after each change of the registry that
 * may have made the rule stricter for anybody, and once a day. What the books have nothing to write in place of, as of
 * enterprises that left the registry, is only named: a person decides on it.
 *
 * <p>Runs on the thread that writes the series, so no older figure is on its way meanwhile. Looks at a portion at a time and
 * takes at most a twentieth of the time, half of it while it removes. {@link #held} any thread.
 */
final class WithheldSweep {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);
    private static final Duration BY_ITSELF = Duration.ofDays(1);

    /** How many times as long as it took it rests: what is there that may not be there is removed soon. */
    private static final int PAUSE = 20;

    private static final int PAUSE_REMOVING = 1;
    private static final int PAUSE_UNANSWERED = 1;

    private final WithheldPoints points;
    private final Books books;
    private final BooleanSupplier holdsBack;
    private final BooleanSupplier settled;
    private final LongSupplier nanos;
    private final SweepReport report;
    private final AtomicBoolean changed = new AtomicBoolean();

    private @Nullable SweepPass pass;
    /** What the next pass looks at; null for everything. */
    private @Nullable List<Finding> narrow;
    /** Whether the next pass looks whether what was deleted is gone. */
    private boolean checks;

    private int rest = PAUSE;
    private boolean everFound;
    private @Nullable InfluxFailure unanswered;
    private int unansweredAmongWritten;
    /** Refused looks in a row; refused deletes, and deletes without effect, in a row. */
    private int refusedLooks;

    private int vainDeletes;
    private long deleteNotBefore;
    private long notBefore;
    private long next;
    private long nextWhole;

    /**
     * @param holdsBack whether any figure is held back at present
     * @param settled whether the accounts have noted what the registry as it is now changes
     * @param nanos a time that only runs on, in nanoseconds
     */
    WithheldSweep(
            WithheldPoints points,
            Books books,
            BooleanSupplier holdsBack,
            BooleanSupplier settled,
            Clock clock,
            LongSupplier nanos) {
        this.points = points;
        this.books = books;
        this.holdsBack = holdsBack;
        this.settled = settled;
        this.nanos = nanos;
        this.report = new SweepReport(clock);
        this.notBefore = nanos.getAsLong();
        this.deleteNotBefore = notBefore;
        this.next = notBefore;
        this.nextWhole = notBefore;
    }

    /** Another registry is in force: what may be told rests on statistics, who is metered where, and targets. */
    void registryChanged(RegistryChange change) {
        if (change.touches(
                DocumentKind.STATISTIC,
                DocumentKind.TARGET,
                DocumentKind.ENTERPRISE,
                DocumentKind.PARK,
                DocumentKind.DISTRICT,
                DocumentKind.DEVICE,
                DocumentKind.POINT)) {
            changed.set(true);
        }
    }

    /** What there is against the rule; null if nothing is known. */
    @Nullable
    HeldBack held() {
        return report.held();
    }

    boolean due() {
        long now = nanos.getAsLong();
        if (now - notBefore < 0) {
            return false;
        }
        // Where nothing is guarded, no edit can make anything guarded of what is there.
        if (changed.getAndSet(false) && (everFound || holdsBack.getAsBoolean())) {
            pass = null;
            narrow = null;
            checks = false;
            next = now;
        }
        return (pass != null || now - next >= 0) && (unanswered != null || settled.getAsBoolean());
    }

    /**
     * Looks at the next portion if it is time, and removes what it finds. Returns that InfluxDB did not answer when it was
     * last asked; null if it did.
     */
    @Nullable
    InfluxFailure lookOn() {
        if (!due()) {
            return unanswered;
        }
        long began = nanos.getAsLong();
        int times = PAUSE;
        // Where it fails otherwise, that must not keep the series from being written meanwhile.
        Duration least = TRY_AGAIN;
        Duration pause = TRY_AGAIN;
        try {
            pause = look();
            times = rest;
            answered();
            least = AT_ONCE;
        } catch (InfluxFailure e) {
            unanswered = e;
            times = PAUSE_UNANSWERED;
            least = AT_ONCE;
            pause = AT_ONCE;
        } catch (RefusedStatementException e) {
            answered();
            least = AT_ONCE;
            pause = e.noDatabase() ? nothing() : refused(String.valueOf(e.getMessage()));
        } finally {
            long end = nanos.getAsLong();
            notBefore = end + Math.max((end - began) * times, least.toNanos());
            next = end + pause.toNanos();
        }
        return unanswered;
    }

    private void answered() {
        unanswered = null;
        unansweredAmongWritten = 0;
    }

    /** InfluxDB took points since it did not answer: it is no outage, or one that is over. */
    void answeredOthers() {
        InfluxFailure failure = unanswered;
        if (failure == null) {
            return;
        }
        notBefore = nanos.getAsLong();
        if (++unansweredAmongWritten > 1) {
            answered();
            next = notBefore + refused(String.valueOf(failure.getMessage())).toNanos();
        }
    }

    private Duration look() {
        SweepPass current = pass == null ? begin() : pass;
        pass = current;
        int removed = current.removed().size();
        current.next();
        rest = current.removed().size() > removed ? PAUSE_REMOVING : PAUSE;
        refusedLooks = 0;
        everFound |= !current.all().isEmpty();
        report.found(current.all());
        if (current.goesOn()) {
            return AT_ONCE;
        }
        pass = null;
        return conclude(current);
    }

    private SweepPass begin() {
        long now = nanos.getAsLong();
        List<Finding> some = now - nextWhole >= 0 ? null : narrow;
        List<Portion> portions = some == null ? points.portions() : Portion.of(some);
        if (some == null) {
            nextWhole = now + BY_ITSELF.toNanos();
        }
        return new SweepPass(points, books, portions, !checks && now - deleteNotBefore >= 0, nanos);
    }

    private Duration conclude(SweepPass done) {
        boolean checked = checks;
        checks = false;
        narrow = done.all();
        RefusedStatementException refusal = done.refusal();
        if (refusal != null) {
            inVain(String.valueOf(refusal.getMessage()));
        } else if (!done.removed().isEmpty()) {
            report.removed(done.removed(), done.left());
            checks = true;
            return AT_ONCE;
        } else if (checked && !done.removable().isEmpty()) {
            inVain("they were deleted and are there again");
        } else if (done.removable().isEmpty()) {
            vainDeletes = 0;
            deleteNotBefore = nanos.getAsLong();
        }
        if (done.left().isEmpty()) {
            return nothing();
        }
        report.stays(done.left(), !done.removable().isEmpty());
        return TRY_AGAIN;
    }

    /** With every time the next attempt is later, up to a day. */
    private void inVain(String words) {
        deleteNotBefore = nanos.getAsLong() + growing(vainDeletes++).toNanos();
        report.undeletable(words);
    }

    private static Duration growing(int before) {
        Duration pause = TRY_AGAIN.multipliedBy(1L << Math.min(before, 11));
        return pause.compareTo(BY_ITSELF) > 0 ? BY_ITSELF : pause;
    }

    private Duration nothing() {
        report.nothing();
        pass = null;
        narrow = null;
        checks = false;
        return BY_ITSELF;
    }

    /** Where nothing is held back, InfluxDB can only hold what an earlier version wrote. */
    private Duration refused(String words) {
        pass = null;
        narrow = null;
        checks = false;
        nextWhole = nanos.getAsLong();
        boolean concerns = report.refused(words, holdsBack.getAsBoolean());
        Duration grown = growing(refusedLooks++);
        return concerns ? TRY_AGAIN : grown;
    }
}
