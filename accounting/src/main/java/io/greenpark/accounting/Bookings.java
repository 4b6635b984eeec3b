package io.greenpark.accounting;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.discharge.DayParts;
import io.greenpark.accounting.discharge.DischargeBooking;
import io.greenpark.accounting.energy.EnergyBooking;
import io.greenpark.accounting.work.LogIntake;
import io.greenpark.accounting.work.ReadingPrefetch;
import io.greenpark.accounting.work.RecentSamples;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.accounting.work.WorkTable;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the noted work, the next hours of some enterprises at a time: reads the samples of all of them in one pass,
 * computes each on a reading connection, and writes bookings, sums, marks and the work done in short transactions.
 */
final class Bookings {
    private static final Logger LOG = LoggerFactory.getLogger(Bookings.class);
    private static final int LEAST_HOURS = 24;
    /** Enterprises are read together up to about so many samples. */
    private static final int SAMPLES_AT_ONCE = 250_000;

    private final Books books;
    private final LogIntake intake;
    private final AccountingConfig config;
    private final Clock clock;
    private final RecentSamples recent;
    private final DayParts parts;
    private @Nullable Registry known;

    /** @param recent and {@code parts} are told what {@code intake} puts into the set */
    Bookings(
            Books books, LogIntake intake, RecentSamples recent, DayParts parts, AccountingConfig config, Clock clock) {
        this.books = books;
        this.intake = intake;
        this.recent = recent;
        this.parts = parts;
        this.config = config;
        this.clock = clock;
    }

    /** The enterprises that have work; work of points the registry no longer has is dropped. */
    Set<String> agenda(Registry registry) {
        List<String> points = books.read(WorkTable::points);
        Set<String> enterprises = new TreeSet<>();
        List<String> unknown = new ArrayList<>();
        for (String id : points) {
            registry.point(id).ifPresentOrElse(p -> enterprises.add(p.enterpriseId()), () -> unknown.add(id));
        }
        if (!unknown.isEmpty()) {
            LOG.warn("the registry has no points {}; their readings are kept and not booked", unknown);
            books.write(tx -> {
                unknown.forEach(p -> WorkTable.forget(tx.handle(), p));
                return true;
            });
        }
        return enterprises;
    }

    /** The next hours of one enterprise. */
    private record Portion(
            Enterprise enterprise, Map<String, List<TimeRange>> work, Map<Point, TimeRange> touched, long untilMs) {
        long pointHours() {
            return touched.values().stream()
                    .mapToLong(s -> (s.toMs() - s.fromMs()) / HOUR_MS)
                    .sum();
        }
    }

    /** Does the next portions of the first enterprises of an agenda, as many as are read together, and takes them off. */
    void bookSome(Registry registry, Queue<String> agenda) {
        if (registry != known) {
            // Other facts make other parts of the same samples.
            parts.unsure();
            known = registry;
        }
        List<Portion> portions = new ArrayList<>();
        ReadingPrefetch ahead = books.read(handle -> {
            Map<String, TimeRange> wanted = new HashMap<>();
            for (long samples = 0; !agenda.isEmpty() && samples < SAMPLES_AT_ONCE; ) {
                Enterprise enterprise = registry.enterprise(agenda.remove()).orElse(null);
                Portion portion = enterprise == null ? null : portion(handle, registry, enterprise);
                if (portion != null) {
                    portions.add(portion);
                    samples += want(registry, portion, wanted);
                }
            }
            return ReadingPrefetch.of(books.ports(handle).readings(), wanted, recent);
        });
        List<Booked> computed = new ArrayList<>();
        long pointHours = 0;
        for (Portion portion : portions) {
            if (pointHours > 0 && pointHours + portion.pointHours() > config.chunkHours()) {
                write(computed);
                computed.clear();
                pointHours = 0;
            }
            computed.add(books.read(handle -> compute(handle, registry, portion, ahead)));
            pointHours += portion.pointHours();
        }
        write(computed);
    }

    private @Nullable Portion portion(Handle handle, Registry registry, Enterprise enterprise) {
        List<Point> points = registry.pointsOfEnterprise(enterprise.id());
        if (points.isEmpty()) {
            return null;
        }
        Map<String, List<TimeRange>> work =
                WorkTable.of(handle, points.stream().map(Point::id).toList());
        if (work.isEmpty()) {
            return null;
        }
        long from =
                work.values().stream().mapToLong(s -> s.get(0).fromMs()).min().getAsLong();
        long hours = Math.max(LEAST_HOURS, config.chunkHours() / work.size());
        long until = from + hours * HOUR_MS;
        Map<Point, TimeRange> touched = new LinkedHashMap<>();
        for (Point point : points) {
            TimeRange span = firstOf(work.getOrDefault(point.id(), List.of()), until);
            if (span != null) {
                touched.put(point, span);
            }
        }
        return new Portion(enterprise, work, touched, until);
    }

    /** The touched time before {@code untilMs} as one span; null if there is none. */
    private static @Nullable TimeRange firstOf(List<TimeRange> spans, long untilMs) {
        long to = Long.MIN_VALUE;
        for (TimeRange s : spans) {
            if (s.fromMs() < untilMs) {
                to = Math.max(to, Math.min(s.toMs(), untilMs));
            }
        }
        return to == Long.MIN_VALUE ? null : new TimeRange(spans.get(0).fromMs(), to);
    }

    /** Adds the samples that a portion will ask for; returns how many these should be. */
    private long want(Registry registry, Portion portion, Map<String, TimeRange> wanted) {
        ParkTime time = registry.parkOf(portion.enterprise()).time();
        long samples = 0;
        for (Map.Entry<Point, TimeRange> touched : portion.touched().entrySet()) {
            Point point = touched.getKey();
            TimeRange span = DischargeBooking.concerns(point)
                    ? DischargeBooking.reach(point, time, touched.getValue(), parts)
                    : EnergyBooking.concerns(point) ? EnergyBooking.reach(point, touched.getValue()) : null;
            if (span != null) {
                wanted.put(point.id(), span);
                samples += (span.toMs() - span.fromMs()) / dueMs(point);
            }
        }
        return samples;
    }

    private static long dueMs(Point point) {
        PointFacts facts = point.currentFacts();
        return Math.max(
                1_000,
                facts.period().isZero()
                        ? facts.expectedInterval().toMillis()
                        : facts.period().toMillis());
    }

    /** What was computed of one enterprise; of another's nothing depends on it. */
    private record Booked(Portion portion, EnergyBooking energy, DischargeBooking discharge) {}

    private void write(List<Booked> computed) {
        if (computed.isEmpty()) {
            return;
        }
        long now = clock.millis();
        books.write(tx -> {
            intake.fence(tx);
            for (Booked b : computed) {
                WorkTable.done(tx.handle(), b.portion().work(), b.portion().untilMs());
                b.energy().write(tx, now, config.historyAfter());
                b.discharge().write(tx, now, config.historyAfter());
            }
            return true;
        });
    }

    private Booked compute(Handle handle, Registry registry, Portion portion, ReadingPrefetch ahead) {
        ReadingStore readings = books.ports(handle).readings();
        ParkTime time = registry.parkOf(portion.enterprise()).time();
        return new Booked(
                portion,
                EnergyBooking.prepare(handle, readings, ahead, registry, portion.enterprise(), portion.touched()),
                DischargeBooking.prepare(handle, readings, ahead, parts, time, portion.touched()));
    }
}
