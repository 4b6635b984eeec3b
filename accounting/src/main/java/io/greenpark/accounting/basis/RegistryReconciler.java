package io.greenpark.accounting.basis;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.work.AccountWorkTable;
import io.greenpark.accounting.work.IntensityWorkTable;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a changed registry changes in the books, also across restarts: digests of the facts each figure rests on
 * are kept beside the books. Changed facts of a point rebook all its hours; changed statistics, targets or coefficients
 * recompute intensities, and changed coefficients mark every figure stated in standard coal. Used by one thread.
 */
public final class RegistryReconciler {
    private static final int POINTS_PER_TRANSACTION = 100;
    private static final int MARKS_PER_TRANSACTION = 1_000;
    private static final String METERING = "metering:";

    private final Books books;
    private final RegistrySource source;
    private volatile @Nullable Registry reconciled;

    public RegistryReconciler(Books books, RegistrySource source) {
        this.books = books;
        this.source = source;
    }

    /** Whether there is a registry that was not looked at yet. */
    public boolean pending() {
        return reconciled != source.current();
    }

    /** Notes the work that the current registry makes; false if it was looked at already. */
    public boolean reconcile() {
        Registry registry = source.current();
        if (registry == reconciled) {
            return false;
        }
        RegistryDigests current = new RegistryDigests(registry);
        Map<String, String> known = books.read(AccountBasisTable::load);
        rebookChangedPoints(registry, current, known);
        for (Enterprise e : registry.facts().enterprises()) {
            markFiguresOfOtherCoefficients(e.id(), current.coefficients(), known.get("factors:" + e.id()));
            recomputeIntensities(e, current.comparison(e), known.get("comparison:" + e.id()));
        }
        recomputeOtherwiseMetered(registry, current, known);
        StatisticUses.markChanged(books, registry, known);
        recomputeAbandonedParks(registry);
        reconciled = registry;
        return true;
    }

    private void rebookChangedPoints(Registry registry, RegistryDigests current, Map<String, String> known) {
        List<Point> changed = registry.facts().points().stream()
                .filter(p -> !current.point(p).equals(known.get("point:" + p.id())))
                .toList();
        for (int i = 0; i < changed.size(); i += POINTS_PER_TRANSACTION) {
            List<Point> some = changed.subList(i, Math.min(changed.size(), i + POINTS_PER_TRANSACTION));
            books.write(tx -> {
                for (Point p : some) {
                    allHours(tx.handle(), tx.readings(), p.id())
                            .ifPresent(all -> AccountWorkTable.note(tx.handle(), Map.of(p.id(), List.of(all))));
                    AccountBasisTable.write(tx.handle(), "point:" + p.id(), current.point(p));
                }
                return true;
            });
        }
    }

    /** From the first to the last hour in which the point has samples or bookings. */
    private static Optional<TimeRange> allHours(Handle handle, ReadingStore readings, String point) {
        Optional<TimeRange> sampled = readings.firstFrom(point, 0).flatMap(first -> readings.latest(point)
                .map(last -> new TimeRange(hourOf(first), hourOf(last) + 2 * HOUR_MS)));
        return Stream.of(bookedHours(handle, point), sampled)
                .flatMap(Optional::stream)
                .reduce(TimeRange::span);
    }

    private static long hourOf(Sample sample) {
        return Math.floorDiv(sample.timeMs(), HOUR_MS) * HOUR_MS;
    }

    private static Optional<TimeRange> bookedHours(Handle handle, String point) {
        return handle.createQuery("SELECT min(hour_ms) AS first_ms, max(hour_ms) AS last_ms"
                        + " FROM energy_hour_point WHERE point = :point")
                .bind("point", point)
                .map((row, context) -> {
                    long firstMs = row.getLong("first_ms");
                    return row.wasNull()
                            ? Optional.<TimeRange>empty()
                            : Optional.of(new TimeRange(firstMs, row.getLong("last_ms") + HOUR_MS));
                })
                .one();
    }

    private void markFiguresOfOtherCoefficients(String enterprise, String digest, @Nullable String known) {
        if (digest.equals(known)) {
            return;
        }
        if (known != null) {
            markAll(enterprise, "energy_hour", Mark.Kind.ENERGY_HOUR);
            markAll(enterprise, "energy_day", Mark.Kind.ENERGY_DAY);
            markAll(enterprise, "energy_month", Mark.Kind.ENERGY_MONTH);
        }
        books.write(tx -> {
            AccountBasisTable.write(tx.handle(), "factors:" + enterprise, digest);
            return true;
        });
    }

    private void markAll(String enterprise, String table, Mark.Kind kind) {
        List<Long> starts = books.read(handle -> starts(handle, table, enterprise));
        for (int i = 0; i < starts.size(); i += MARKS_PER_TRANSACTION) {
            List<Long> some = starts.subList(i, Math.min(starts.size(), i + MARKS_PER_TRANSACTION));
            books.write(tx -> {
                tx.marks().mark(kind, enterprise, some);
                return true;
            });
        }
    }

    private static List<Long> starts(Handle handle, String table, String enterprise) {
        return handle.createQuery(
                        "SELECT DISTINCT start_ms AS s FROM " + table + " WHERE enterprise = :enterprise ORDER BY s")
                .bind("enterprise", enterprise)
                .mapTo(Long.class)
                .list();
    }

    private void recomputeIntensities(Enterprise e, String digest, @Nullable String known) {
        if (digest.equals(known)) {
            return;
        }
        books.write(tx -> {
            Handle handle = tx.handle();
            // Its park and the district have rows of months in which it had no energy yet.
            Optional<Long> firstOfAll = known == null ? Optional.empty() : firstMonth(handle, e);
            Stream.concat(starts(handle, "energy_month", e.id()).stream(), firstOfAll.stream())
                    .min(Long::compare)
                    .ifPresent(first -> IntensityWorkTable.note(handle, Subject.enterprise(e.id()), first));
            AccountBasisTable.write(handle, "comparison:" + e.id(), digest);
            return true;
        });
    }

    /**
     * Where other points make up the boundary, months without any reading of them change too: that a meter is silent makes
     * the figures of its enterprise, park and district missing. An enterprise that is gone changes those of the district.
     */
    private void recomputeOtherwiseMetered(Registry registry, RegistryDigests current, Map<String, String> known) {
        Map<String, String> digests = new TreeMap<>();
        known.keySet().stream().filter(k -> k.startsWith(METERING)).forEach(k -> digests.put(k, ""));
        registry.facts().enterprises().forEach(e -> digests.put(METERING + e.id(), current.metering(e)));
        digests.entrySet().removeIf(d -> d.getValue().equals(known.getOrDefault(d.getKey(), "")));
        if (digests.isEmpty()) {
            return;
        }
        books.write(tx -> {
            Optional<Long> first = firstMonth(tx.handle());
            digests.forEach((key, digest) -> {
                Optional<Subject> subject = affected(registry, key.substring(METERING.length()));
                if (first.isPresent() && subject.isPresent()) {
                    IntensityWorkTable.note(tx.handle(), subject.get(), first.get());
                }
                AccountBasisTable.write(tx.handle(), key, digest);
            });
            return true;
        });
    }

    /** The enterprise, or in place of one that is gone any other: its work includes that of the district. */
    private static Optional<Subject> affected(Registry registry, String enterprise) {
        return registry.enterprise(enterprise)
                .or(() -> registry.facts().enterprises().stream().findFirst())
                .map(e -> Subject.enterprise(e.id()));
    }

    /** The first month of which any intensity is kept. */
    private static Optional<Long> firstMonth(Handle handle) {
        return handle.createQuery("SELECT month_ms FROM intensity_month ORDER BY month_ms LIMIT 1")
                .mapTo(Long.class)
                .findFirst();
    }

    /** The first month of which any intensity is kept that an enterprise is part of. */
    private static Optional<Long> firstMonth(Handle handle, Enterprise e) {
        return handle.createQuery("SELECT month_ms FROM intensity_month WHERE scope = 'DISTRICT'"
                        + " OR (scope = 'PARK' AND subject = :park) OR (scope = 'ENTERPRISE' AND subject = :enterprise)"
                        + " ORDER BY month_ms LIMIT 1")
                .bind("park", e.parkId())
                .bind("enterprise", e.id())
                .mapTo(Long.class)
                .findFirst();
    }

    /** A park without enterprises is part of no enterprise's work, and still has the figures of before. */
    private void recomputeAbandonedParks(Registry registry) {
        List<ParkMonth> abandoned = books.read(RegistryReconciler::monthsWithFigures).stream()
                .filter(m -> registry.enterprisesOfPark(m.park()).isEmpty())
                .toList();
        if (!abandoned.isEmpty()) {
            books.write(tx -> {
                abandoned.forEach(m -> IntensityWorkTable.note(tx.handle(), Subject.park(m.park()), m.monthMs()));
                return true;
            });
        }
    }

    /** A month in which a park has figures. */
    record ParkMonth(String park, long monthMs) {}

    /** Also of parks that are no longer in the registry. */
    private static List<ParkMonth> monthsWithFigures(Handle handle) {
        return handle.createQuery("SELECT DISTINCT subject AS park, month_ms FROM intensity_month WHERE scope = 'PARK'"
                        + " AND (tce IS NOT NULL OR ytd_tce IS NOT NULL) ORDER BY park, month_ms")
                .map(ConstructorMapper.of(ParkMonth.class))
                .list();
    }
}
