package io.greenpark.accounting.work;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.config.digest.Sha256;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a changed registry changes in the books, also across restarts: digests of the facts each figure rests on
 * are kept beside the books. Changed facts of a point rebook all its hours; changed statistics, targets or coefficients
 * recompute intensities, and changed coefficients mark every figure stated in standard coal. Used by one thread.
 */
public final class RegistryWatch {
    private static final int AT_ONCE = 100;
    private final Books books;
    private final RegistrySource source;
    private volatile @Nullable Registry reconciled;

    public RegistryWatch(Books books, RegistrySource source) {
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
        Map<String, String> known = books.read(RegistryWatch::digests);
        points(registry, known);
        enterprises(registry, known);
        parksLeftByAll(registry);
        reconciled = registry;
        return true;
    }

    private static Map<String, String> digests(Handle handle) {
        Map<String, String> digests = new HashMap<>();
        handle.createQuery("SELECT subject, digest FROM account_basis")
                .map((row, context) -> Map.entry(row.getString("subject"), row.getString("digest")))
                .forEach(e -> digests.put(e.getKey(), e.getValue()));
        return digests;
    }

    private void points(Registry registry, Map<String, String> known) {
        List<Point> changed = new ArrayList<>();
        for (Point p : registry.facts().points()) {
            if (!Sha256.hex(basis(registry, p)).equals(known.get("point:" + p.id()))) {
                changed.add(p);
            }
        }
        for (int i = 0; i < changed.size(); i += AT_ONCE) {
            List<Point> some = changed.subList(i, Math.min(changed.size(), i + AT_ONCE));
            books.write(tx -> {
                for (Point p : some) {
                    extent(tx.handle(), tx.readings(), p.id())
                            .ifPresent(all -> WorkTable.note(tx.handle(), Map.of(p.id(), List.of(all))));
                    keep(tx.handle(), "point:" + p.id(), Sha256.hex(basis(registry, p)));
                }
                return true;
            });
        }
    }

    private static String basis(Registry registry, Point p) {
        String zone = registry.enterprise(p.enterpriseId())
                .map(e -> registry.parkOf(e).time().zone().getId())
                .orElse("");
        return p.enterpriseId() + p.outletId() + p.facts() + p.replacements() + zone;
    }

    /** From the first to the last hour in which the point has samples or bookings. */
    private static Optional<TimeRange> extent(Handle handle, ReadingStore readings, String point) {
        Optional<TimeRange> booked = handle.createQuery(
                        "SELECT min(hour_ms) AS first_ms, max(hour_ms) AS last_ms, count(*) AS n"
                                + " FROM energy_hour_point WHERE point = :point")
                .bind("point", point)
                .map((row, context) -> row.getLong("n") == 0
                        ? Optional.<TimeRange>empty()
                        : Optional.of(new TimeRange(row.getLong("first_ms"), row.getLong("last_ms") + HOUR_MS)))
                .one();
        Optional<TimeRange> read = readings.firstFrom(point, 0).flatMap(first -> readings.latest(point)
                .map(last -> new TimeRange(hourBefore(first), hourBefore(last) + 2 * HOUR_MS)));
        if (booked.isEmpty() || read.isEmpty()) {
            return booked.isPresent() ? booked : read;
        }
        return Optional.of(new TimeRange(
                Math.min(booked.get().fromMs(), read.get().fromMs()),
                Math.max(booked.get().toMs(), read.get().toMs())));
    }

    private static long hourBefore(Sample sample) {
        return Math.floorDiv(sample.timeMs(), HOUR_MS) * HOUR_MS;
    }

    private void enterprises(Registry registry, Map<String, String> known) {
        String coefficients = coefficients(registry);
        for (Enterprise e : registry.facts().enterprises()) {
            String factors = Sha256.hex(coefficients);
            String comparison = Sha256.hex(
                    factors + e.parkId() + members(registry, e) + statistics(registry, e) + targets(registry));
            if (!factors.equals(known.get("factors:" + e.id()))) {
                remark(e.id(), factors, known.containsKey("factors:" + e.id()));
            }
            if (!comparison.equals(known.get("comparison:" + e.id()))) {
                books.write(tx -> {
                    months(tx.handle(), e.id()).forEach(m -> WorkTable.noteMonth(tx.handle(), e.id(), m));
                    keep(tx.handle(), "comparison:" + e.id(), comparison);
                    return true;
                });
            }
        }
    }

    /** Who makes up the figures of its park: where that changes, somebody of the park is still there to recompute it. */
    private static String members(Registry registry, Enterprise e) {
        return registry.enterprisesOfPark(e.parkId()).stream()
                .map(Enterprise::id)
                .sorted()
                .toList()
                .toString();
    }

    /** A park that its last enterprise left has nobody whose work it is a part of, and still the figures of before. */
    private void parksLeftByAll(Registry registry) {
        Map<String, List<Long>> left = books.read(RegistryWatch::monthsWithFigures);
        left.keySet().removeIf(park -> !registry.enterprisesOfPark(park).isEmpty());
        if (!left.isEmpty()) {
            books.write(tx -> {
                left.forEach((park, months) -> months.forEach(m -> WorkTable.noteMonthOfPark(tx.handle(), park, m)));
                return true;
            });
        }
    }

    /** By park, also of parks that are no longer in the registry. */
    private static Map<String, List<Long>> monthsWithFigures(Handle handle) {
        Map<String, List<Long>> months = new TreeMap<>();
        handle.createQuery("SELECT DISTINCT subject, month_ms FROM intensity_month WHERE scope = 'PARK'"
                        + " AND (tce IS NOT NULL OR ytd_tce IS NOT NULL)")
                .map((row, context) -> Map.entry(row.getString("subject"), row.getLong("month_ms")))
                .forEach(e -> months.computeIfAbsent(e.getKey(), p -> new ArrayList<>())
                        .add(e.getValue()));
        return months;
    }

    private static String coefficients(Registry registry) {
        return registry.facts().coefficientSets().stream()
                .map(s -> s.id() + s.validFrom() + s.validTo() + s.basis() + sorted(s))
                .sorted()
                .collect(Collectors.joining());
    }

    private static String sorted(CoefficientSet set) {
        return new TreeMap<>(set.coefficients()).toString();
    }

    private static String statistics(Registry registry, Enterprise e) {
        return registry.facts().statistics().stream()
                .filter(s -> s.enterpriseId().equals(e.id()))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining());
    }

    /** In the words that digests in the books were made of: others would recompute every intensity once. */
    private static String targets(Registry registry) {
        return registry.facts().targets().stream()
                .map(t -> "Target[id=" + t.id() + ", scope=" + t.subject().scope() + ", subjectId="
                        + t.subject().id() + ", yearlyChangePercent=" + t.yearlyChangePercent() + ", baseYear="
                        + t.baseYear() + ", fromYear=" + t.fromYear() + ", toYear=" + t.toYear() + ", basis="
                        + t.basis() + ", source=" + t.source() + "]")
                .toList()
                .toString();
    }

    private static List<Long> months(Handle handle, String enterprise) {
        return handle.createQuery("SELECT DISTINCT start_ms AS s FROM energy_month WHERE enterprise = :enterprise")
                .bind("enterprise", enterprise)
                .mapTo(Long.class)
                .list();
    }

    /** Marks every energy figure of an enterprise: the factors behind its standard coal changed. */
    private void remark(String enterprise, String factors, boolean hadOthers) {
        if (hadOthers) {
            remark(enterprise, "energy_hour", Mark.Kind.ENERGY_HOUR);
            remark(enterprise, "energy_day", Mark.Kind.ENERGY_DAY);
            remark(enterprise, "energy_month", Mark.Kind.ENERGY_MONTH);
        }
        books.write(tx -> {
            keep(tx.handle(), "factors:" + enterprise, factors);
            return true;
        });
    }

    private void remark(String enterprise, String table, Mark.Kind kind) {
        List<Long> starts = books.read(handle -> handle.createQuery(
                        "SELECT DISTINCT start_ms AS s FROM " + table + " WHERE enterprise = :enterprise ORDER BY s")
                .bind("enterprise", enterprise)
                .mapTo(Long.class)
                .list());
        int atOnce = AT_ONCE * 10;
        for (int i = 0; i < starts.size(); i += atOnce) {
            List<Long> some = starts.subList(i, Math.min(starts.size(), i + atOnce));
            books.write(tx -> {
                tx.marks().mark(kind, enterprise, some);
                return true;
            });
        }
    }

    private static void keep(Handle handle, String subject, String digest) {
        handle.execute(
                "INSERT INTO account_basis (subject, digest) VALUES (?, ?)"
                        + " ON CONFLICT (subject) DO UPDATE SET digest = excluded.digest",
                subject,
                digest);
    }
}
