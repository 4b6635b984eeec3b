package io.greenpark.returns.closing;

import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.returns.closing.ClosingDesk.Done;
import io.greenpark.returns.closing.ClosingDesk.Refusal;
import io.greenpark.returns.closing.LookTable.Outcome;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the platform does about months by itself: it closes those that have nothing open, where it is told to, and notes since when figures of
 * closed ones differ. A month is closed in the transaction that notes that it was looked at, so whatever ends the process, each is looked at
 * once. Used by one thread.
 */
public final class ClosingLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingLoop.class);
    private static final String PLATFORM = "greenpark";

    /** What is noted by other causes than a booking is looked for at least this often. */
    private static final Duration ALL_AT_LEAST_EVERY = Duration.ofHours(1);

    private final Books books;
    private final RegistrySource registry;
    private final ClosingDesk desk;
    private final Clock clock;
    private @Nullable Registry seen;
    private long computedMs;
    private Instant lookedAtAll = Instant.EPOCH;

    public ClosingLoop(Books books, RegistrySource registry, ClosingDesk desk, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.desk = desk;
        this.clock = clock;
    }

    /** Does what is due; returns whether there may be more to do at once, which there never is. */
    public boolean step() {
        closeDue();
        noteDifferences();
        return false;
    }

    private void closeDue() {
        if (desk.config().closeOnDay() == null) {
            return;
        }
        Registry current = registry.current();
        YearMonth first = first(current);
        for (Park park : current.facts().parks()) {
            LocalDate today = park.time().dayOf(clock.instant());
            for (YearMonth month = first; isDue(month, today); month = month.plusMonths(1)) {
                lookAt(current, park, month);
            }
        }
    }

    private boolean isDue(YearMonth month, LocalDate today) {
        LocalDate day = desk.config().dayOf(month);
        return day != null && !today.isBefore(day);
    }

    /** Months of before the platform was told to close them are people's. */
    private YearMonth first(Registry current) {
        return books.read(LookTable::start)
                .orElseGet(() -> books.write(tx -> {
                    YearMonth now = Subject.district(current.facts().districtId())
                            .time(current)
                            .monthOf(clock.instant());
                    LookTable.begin(tx.handle(), now);
                    return LookTable.start(tx.handle()).orElseThrow();
                }));
    }

    private void lookAt(Registry current, Park park, YearMonth month) {
        if (current.enterprisesOfPark(park.id()).isEmpty()
                || books.read(handle -> LookTable.isLookedAt(handle, park.id(), month))) {
            return;
        }
        Instant now = clock.instant();
        if (!desk.editions(park.id(), month).isEmpty()) {
            // People have closed it; where they opened it again, it is theirs to close.
            noteDue(park, month, now);
            return;
        }
        EditRequest by = new EditRequest(PLATFORM, Source.PLATFORM, "", List.of(), null, false);
        Done done = desk.close(
                park.id(),
                month,
                by,
                Set.of(),
                handle -> LookTable.note(handle, park.id(), month, now, Outcome.CLOSED));
        Refusal refusal = done.refusal();
        if (refusal == null) {
            LOG.info("{} of {} is closed: nothing was open", month, park.id());
        } else if (refusal == Refusal.REASON_NEEDED
                || refusal == Refusal.ALREADY_CLOSED
                || refusal == Refusal.REGISTRY) {
            noteDue(park, month, now);
            LOG.info(
                    "{} of {} is not closed by itself: {}, {} points",
                    month,
                    park.id(),
                    refusal,
                    done.points().size());
        }
        // What is being computed is looked at again.
    }

    private void noteDue(Park park, YearMonth month, Instant now) {
        books.write(tx -> {
            LookTable.note(tx.handle(), park.id(), month, now, Outcome.DUE);
            return true;
        });
    }

    private void noteDifferences() {
        Registry current = registry.current();
        if (current.facts().closings().isEmpty()) {
            return;
        }
        long computed = books.read(
                handle -> handle.createQuery("SELECT coalesce(max(computed_ms), 0) AS newest FROM intensity_month")
                        .mapTo(Long.class)
                        .one());
        boolean all = seen != current || !clock.instant().isBefore(lookedAtAll.plus(ALL_AT_LEAST_EVERY));
        if (!all && computed == computedMs) {
            return;
        }
        for (ClosedMonth closed : current.facts().closings()) {
            if (all || isComputedAnew(current, closed)) {
                desk.comparisons().note(closed);
            }
        }
        if (all) {
            seen = current;
            lookedAtAll = clock.instant();
        }
        computedMs = computed;
    }

    private boolean isComputedAnew(Registry current, ClosedMonth closed) {
        long month = Subject.park(closed.parkId())
                .time(current)
                .startOf(closed.month())
                .toEpochMilli();
        return books.read(handle -> handle.createQuery(
                                "SELECT count(*) AS rows_found FROM intensity_month WHERE month_ms = :month"
                                        + " AND computed_ms >= :since")
                        .bind("month", month)
                        .bind("since", computedMs)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }
}
