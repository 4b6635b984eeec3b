package io.greenpark.influx;

import io.greenpark.influx.WithheldPoints.Finding;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.GuardedSeries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes from InfluxDB what may no longer be told there: looks it through at the start, after each change of the registry that
 * may have made the rule stricter for anybody, and once a day. What it finds is marked to be written again and then deleted, in
 * this order, so that a crash in between loses nothing. What the books would not write again, as of enterprises that left the
 * registry, is only named: a person decides on it.
 *
 * <p>Runs on the thread that writes the series, so no older figure is on its way meanwhile. Takes at most a twentieth of its
 * time. {@link #held} any thread.
 */
final class WithheldSweep {
    private static final Logger LOG = LoggerFactory.getLogger(WithheldSweep.class);
    private static final Duration SOON = Duration.ZERO;
    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);
    private static final Duration BY_ITSELF = Duration.ofDays(1);
    private static final int PAUSE = 20;
    private static final int MARKS_PER_TRANSACTION = 1_000;

    private final WithheldPoints points;
    private final Books books;
    private final BooleanSupplier holdsBack;
    private final Clock clock;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final LongSupplier nanos;
    private long notBefore;
    private long next;

    /** Whether the last look deleted what it found. */
    private boolean deleted;

    private volatile @Nullable HeldBack held;

    /**
     * @param holdsBack whether any figure is held back at present
     * @param nanos a time that only runs on, in nanoseconds
     */
    WithheldSweep(WithheldPoints points, Books books, BooleanSupplier holdsBack, Clock clock, LongSupplier nanos) {
        this.points = points;
        this.books = books;
        this.holdsBack = holdsBack;
        this.clock = clock;
        this.nanos = nanos;
        this.notBefore = nanos.getAsLong();
        this.next = notBefore;
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
        return held;
    }

    boolean due() {
        long now = nanos.getAsLong();
        return now - notBefore >= 0 && (changed.get() || now - next >= 0);
    }

    /** Looks InfluxDB through once, and removes what it finds. */
    void run() {
        long began = nanos.getAsLong();
        boolean anew = changed.getAndSet(false);
        Duration pause = null;
        try {
            deleted &= !anew;
            pause = look();
        } catch (RefusedStatementException e) {
            pause = e.noDatabase() ? nothing() : refused(e);
        } finally {
            long end = nanos.getAsLong();
            long rest = (end - began) * PAUSE;
            if (pause == null) {
                // It failed otherwise, which must not keep the series from being written meanwhile.
                changed.set(true);
                rest = Math.max(rest, TRY_AGAIN.toNanos());
            }
            notBefore = end + rest;
            next = pause == null ? notBefore : end + Math.max(rest, pause.toNanos());
        }
    }

    private Duration look() {
        List<Finding> found = points.find();
        if (found.isEmpty()) {
            return nothing();
        }
        Map<GuardedSeries, Set<String>> known = new HashMap<>();
        List<Finding> removable = new ArrayList<>();
        List<Mark> again = new ArrayList<>();
        for (Finding finding : found) {
            List<Mark> periods =
                    known.computeIfAbsent(finding.series(), points::subjects).contains(finding.subject())
                            ? points.periods(finding)
                            : List.of();
            again.addAll(periods);
            if (!periods.isEmpty()) {
                removable.add(finding);
            }
        }
        if (removable.isEmpty() || deleted) {
            hold(
                    found,
                    removable.isEmpty()
                            ? "the books have nothing to write in their place"
                            : "they were deleted and are there again");
            deleted = false;
            return TRY_AGAIN;
        }
        hold(found, null);
        mark(again);
        points.delete(removable);
        deleted = true;
        LOG.info(
                "{} points of {} are removed from InfluxDB, as they may not be told there",
                count(removable),
                whose(removable));
        return SOON;
    }

    private void mark(List<Mark> marks) {
        for (int i = 0; i < marks.size(); i += MARKS_PER_TRANSACTION) {
            List<Mark> some = marks.subList(i, Math.min(marks.size(), i + MARKS_PER_TRANSACTION));
            books.<Boolean, RuntimeException>write(tx -> {
                some.forEach(m -> tx.marks().mark(m.kind(), m.subject(), m.startMs()));
                return true;
            });
        }
    }

    private Duration nothing() {
        if (held != null) {
            LOG.info("InfluxDB holds nothing any more that may not be told there");
        }
        held = null;
        deleted = false;
        return BY_ITSELF;
    }

    /** Where nothing is held back, InfluxDB can only hold what an earlier version wrote. */
    private Duration refused(RefusedStatementException e) {
        String words = String.valueOf(e.getMessage());
        HeldBack before = held;
        if (before != null || holdsBack.getAsBoolean()) {
            held = new HeldBack(since(), before == null ? List.of() : before.whose(), words);
        }
        if (before == null || !words.equals(before.obstacle())) {
            LOG.warn("InfluxDB was not cleared of what may not be told there; it is tried again: {}", words);
        }
        return TRY_AGAIN;
    }

    private void hold(List<Finding> found, @Nullable String obstacle) {
        HeldBack now = new HeldBack(since(), whose(found), obstacle);
        if (!now.equals(held) && obstacle != null) {
            LOG.warn(
                    "InfluxDB holds figures of {} that may not be told there; {}. Remove them: greenpark influx withheld"
                            + " --remove",
                    now.whose(),
                    obstacle);
        }
        held = now;
    }

    private Instant since() {
        HeldBack before = held;
        return before == null ? clock.instant() : before.since();
    }

    private static List<String> whose(List<Finding> found) {
        return found.stream()
                .map(f -> f.series().subjectTag() + " " + f.subject())
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private static int count(List<Finding> found) {
        return found.stream().mapToInt(f -> f.timesMs().size()).sum();
    }
}
