package io.greenpark.accounting;

import io.greenpark.accounting.discharge.DischargeBooking;
import io.greenpark.accounting.energy.EnergyBooking;
import io.greenpark.accounting.work.LogIntake;
import io.greenpark.accounting.work.Span;
import io.greenpark.accounting.work.WorkTable;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the noted work, an enterprise's next hours at a time: computes on a reading connection, then writes bookings, sums,
 * marks and the work done in one short transaction.
 */
final class Bookings {
    private static final Logger LOG = LoggerFactory.getLogger(Bookings.class);
    private static final long HOUR_MS = 3_600_000;
    private static final int LEAST_HOURS = 24;

    private final Books books;
    private final LogIntake intake;
    private final AccountingConfig config;
    private final Clock clock;

    Bookings(Books books, LogIntake intake, AccountingConfig config, Clock clock) {
        this.books = books;
        this.intake = intake;
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
                unknown.forEach(p -> WorkTable.forget(tx.handle(), p, Long.MAX_VALUE));
                return true;
            });
        }
        return enterprises;
    }

    /** Does the next portion of an enterprise's work; false if there was none. */
    boolean book(Registry registry, String enterpriseId) {
        Enterprise enterprise = registry.enterprise(enterpriseId).orElse(null);
        if (enterprise == null) {
            return false;
        }
        Optional<Portion> prepared = books.read(handle -> prepare(handle, registry, enterprise));
        if (prepared.isEmpty()) {
            return false;
        }
        Portion portion = prepared.get();
        long now = clock.millis();
        books.write(tx -> {
            intake.fence(tx);
            portion.touched().keySet().forEach(p -> WorkTable.done(tx.handle(), p.id(), portion.untilMs()));
            portion.energy().write(tx, now, config.historyAfter());
            portion.discharge().write(tx, now, config.historyAfter());
            return true;
        });
        return true;
    }

    private record Portion(Map<Point, Span> touched, long untilMs, EnergyBooking energy, DischargeBooking discharge) {}

    private Optional<Portion> prepare(Handle handle, Registry registry, Enterprise enterprise) {
        List<Point> points = registry.pointsOfEnterprise(enterprise.id());
        Map<String, List<Span>> work =
                WorkTable.of(handle, points.stream().map(Point::id).toList());
        if (work.isEmpty()) {
            return Optional.empty();
        }
        long from =
                work.values().stream().mapToLong(s -> s.get(0).fromMs()).min().getAsLong();
        long hours = Math.max(LEAST_HOURS, config.chunkHours() / work.size());
        long until = from + hours * HOUR_MS;
        Map<Point, Span> touched = new LinkedHashMap<>();
        for (Point point : points) {
            Span span = firstOf(work.getOrDefault(point.id(), List.of()), until);
            if (span != null) {
                touched.put(point, span);
            }
        }
        ReadingStore readings = books.ports(handle).readings();
        return Optional.of(new Portion(
                touched,
                until,
                EnergyBooking.prepare(handle, readings, registry, enterprise, touched),
                DischargeBooking.prepare(
                        handle, readings, registry.parkOf(enterprise).time(), touched)));
    }

    /** The touched time before {@code untilMs} as one span; null if there is none. */
    private static @Nullable Span firstOf(List<Span> spans, long untilMs) {
        long to = Long.MIN_VALUE;
        for (Span s : spans) {
            if (s.fromMs() < untilMs) {
                to = Math.max(to, Math.min(s.toMs(), untilMs));
            }
        }
        return to == Long.MIN_VALUE ? null : new Span(spans.get(0).fromMs(), to);
    }
}
