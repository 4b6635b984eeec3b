package io.greenpark.accounting;

import io.greenpark.accounting.cache.ReadingCache;
import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.discharge.DischargeBooking;
import io.greenpark.accounting.energy.EnergyBooking;
import io.greenpark.accounting.finding.FindingKeeper;
import io.greenpark.accounting.work.AccountWorkTable;
import io.greenpark.accounting.work.FailingPoints;
import io.greenpark.accounting.work.HeldValues;
import io.greenpark.accounting.work.LogIntake;
import io.greenpark.accounting.work.PointFailure;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.RegisterRules;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Registry;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the noted work, the next hours of some enterprises at a time: reads the samples of all of them in one pass, computes
 * each on a reading connection, and writes hours, sums, marks and the work done in short transactions.
 */
final class WorkProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(WorkProcessor.class);

    private final Books books;
    private final LogIntake intake;
    private final ReadingCache cache;
    private final DischargeBooker discharge;
    private final HeldValues held;
    private final FailingPoints failing;
    private final FindingKeeper findings = new FindingKeeper();
    private final PortionPlanner planner;
    private final int chunkHours;
    private final Duration historyAfter;
    private final RegisterRules rules;
    private final Clock clock;

    /** @param cache and {@code discharge} are told what {@code intake} puts into the set of readings */
    WorkProcessor(
            Books books,
            LogIntake intake,
            ReadingCache cache,
            DischargeBooker discharge,
            AccountingConfig config,
            Clock clock) {
        this.books = books;
        this.intake = intake;
        this.cache = cache;
        this.discharge = discharge;
        this.held = new HeldValues(books);
        this.failing = new FailingPoints(books);
        this.planner = new PortionPlanner(discharge, config.chunkHours());
        this.chunkHours = config.chunkHours();
        this.historyAfter = config.historyAfter();
        this.rules = config.registers();
        this.clock = clock;
    }

    /** Whether there may be work that no reading makes, but time. */
    boolean due() {
        return held.due(clock.millis());
    }

    /** Why points have missing hours that they need not have. Any thread. */
    List<Reason> failing() {
        return failing.reasons();
    }

    /** The enterprises that have work; work of points the registry no longer has is dropped. */
    Set<String> agenda(Registry registry) {
        held.becomeWork(clock.millis());
        List<String> points = books.read(AccountWorkTable::points);
        failing.tryAgain(points, clock.millis());
        Set<String> enterprises = new TreeSet<>();
        List<String> unknown = new ArrayList<>();
        for (String id : points) {
            registry.point(id).ifPresentOrElse(p -> enterprises.add(p.enterpriseId()), () -> unknown.add(id));
        }
        if (!unknown.isEmpty()) {
            LOG.warn("the registry has no points {}; their readings are kept and not booked", unknown);
            books.write(tx -> {
                unknown.forEach(p -> {
                    AccountWorkTable.forget(tx.handle(), p);
                    failing.forget(tx.handle(), p);
                    findings.forget(tx.handle(), p);
                });
                return true;
            });
        }
        return enterprises;
    }

    /** Does the next portions of the first enterprises of an agenda, as many as are read together, and takes them off. */
    void processSome(Registry registry, Queue<String> agenda) {
        List<WorkPortion> portions = books.read(handle -> plan(handle, registry, agenda));
        for (List<WorkPortion> together : byTransaction(portions)) {
            List<BookedPortion> booked = new ArrayList<>();
            long now = clock.millis();
            for (WorkPortion portion : together) {
                booked.add(books.read(handle -> compute(handle, registry, portion, now)));
            }
            books.write(tx -> write(tx, booked, now));
        }
        cache.dropPrefetched();
    }

    /** Takes the next portions and reads the samples that computing them will ask for. */
    private List<WorkPortion> plan(Handle handle, Registry registry, Queue<String> agenda) {
        List<WorkPortion> portions = planner.next(handle, registry, agenda);
        Map<String, TimeRange> needed = new HashMap<>();
        portions.forEach(p -> needed.putAll(p.neededSamples()));
        cache.prefetch(books.ports(handle).readings(), needed);
        return portions;
    }

    /** As many portions together as make {@code chunkHours} point-hours, and at least one. */
    private List<List<WorkPortion>> byTransaction(List<WorkPortion> portions) {
        List<List<WorkPortion>> transactions = new ArrayList<>();
        long pointHours = 0;
        for (WorkPortion portion : portions) {
            if (transactions.isEmpty() || pointHours > 0 && pointHours + portion.pointHours() > chunkHours) {
                transactions.add(new ArrayList<>());
                pointHours = 0;
            }
            transactions.get(transactions.size() - 1).add(portion);
            pointHours += portion.pointHours();
        }
        return transactions;
    }

    /** What was computed of one enterprise; of another's nothing depends on it. */
    private record BookedPortion(WorkPortion portion, EnergyBooking energy, DischargeBooking discharge) {
        private Map<String, TimeRange> hours() {
            Map<String, TimeRange> hours = new HashMap<>();
            portion.touched().forEach((point, touched) -> hours.put(point.id(), touched));
            return hours;
        }

        private List<PointFailure> failures() {
            return Stream.concat(energy.failures().stream(), discharge.failures().stream())
                    .toList();
        }
    }

    private BookedPortion compute(Handle handle, Registry registry, WorkPortion portion, long nowMs) {
        ReadingStore readings = cache.over(books.ports(handle).readings());
        return new BookedPortion(
                portion,
                EnergyBooking.compute(
                        handle, readings, registry, portion.enterprise(), portion.touched(), rules, nowMs),
                discharge.compute(handle, readings, portion.time(), portion.touched(), nowMs));
    }

    private boolean write(BooksTx tx, List<BookedPortion> booked, long nowMs) {
        intake.fence(tx);
        for (BookedPortion b : booked) {
            AccountWorkTable.done(tx.handle(), b.portion().work(), b.portion().untilMs());
            b.energy().write(tx, nowMs, historyAfter);
            b.discharge().write(tx, nowMs, historyAfter);
            held.note(tx.handle(), b.energy().held());
            held.note(tx.handle(), b.discharge().held());
            failing.keep(tx, b.hours(), b.failures(), nowMs);
            findings.keep(tx.handle(), b.portion().time(), b.energy().findings());
            findings.keep(tx.handle(), b.portion().time(), b.discharge().findings());
        }
        return true;
    }
}
